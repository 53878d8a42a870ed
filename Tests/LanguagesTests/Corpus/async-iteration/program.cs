static class Orders
{
    static async Task<int> ExportAll(Store store, Sink sink)
    {
        int count = 0;
        await foreach (var page in store.Pages(100))
        {
            foreach (var row in page.Rows)
            {
                if (row.Hidden) continue;
                await sink.Write(row);
                count += 1;
            }

            if (page.Last) break;
        }

        return count;
    }

    static async Task Drain(Queue<Job> queue)
    {
        while (true)
        {
            var job = await queue.Next();
            if (job is null) return;
            await job!.Run();
        }
    }
}
