static class Orders
{
    static List<string> ImportAll(IReadOnlyList<string> paths)
    {
        var failed = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                try
                {
                    store.Save(Read(path));
                }
                finally
                {
                    Release(path);
                }
            }
            catch (Exception error)
            {
                log.Warn("skipped", path, error);
                failed.Push(path);
                continue;
            }

            log.Info("done", path);
        }

        return failed;
    }
}
