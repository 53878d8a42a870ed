static class Orders
{
    static void Refresh(Cache cache, Source source)
    {
        try
        {
            var rows = source.Read();
            cache.Put(rows);
        }
        catch (Exception error)
        {
            log.Error("refresh failed", error);
        }

        cache.Touch();
    }
}
