static class Orders
{
    static Rates LoadRates(Source primary, Source backup)
    {
        try
        {
            return primary.Rates();
        }
        catch (Exception error)
        {
            log.Warn("no rates", error);
            return backup.Rates();
        }
    }
}
