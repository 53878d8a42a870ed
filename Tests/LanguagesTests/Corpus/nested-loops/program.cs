static class Grid
{
    static int FindGap(List<Row> rows, int limit)
    {
        int @checked = 0;
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                @checked += 1;
                if (cell.Empty)
                {
                    continue;
                }

                if (cell.Value > limit)
                {
                    break;
                }

                Visit(cell);
            }
        }

        while (@checked > 0)
        {
            @checked -= 1;
            Release(@checked);
        }

        return @checked;
    }
}
