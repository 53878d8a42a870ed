static class Orders
{
    static Func<int, int> MakeCounter(int start, int step)
    {
        int count = start;

        int Increase(int times)
        {
            return count + step * times;
        }

        async Task Report(Target target)
        {
            await target.Send(Increase(1));
        }

        Schedule(Report, () => Increase(2));
        return Increase;
    }

    static List<Row> SortedBy(List<Row> rows, string key)
    {
        return OrderRows(rows, row => row.Get(key));
    }
}
