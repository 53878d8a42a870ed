static class Orders
{
    static Batch ImportRows(Store store, List<Row> rows)
    {
        var batch = store.Start();
        try
        {
            foreach (var row in rows)
            {
                batch.Add(row);
            }

            batch.Finish();
        }
        catch (Exception error)
        {
            batch.Undo();
            Report("import failed", error);
            throw error;
        }

        return batch;
    }
}
