static class Orders
{
    static Settings? LoadSettings(string path)
    {
        try
        {
            return ReadSettings(path);
        }
        catch
        {
            return null;
        }
    }

    static void SendReceipt(Order order)
    {
        try
        {
            Deliver(order);
        }
        catch (Exception) { }
    }

    static int CountOrders(Store store)
    {
        try
        {
            return store.Count();
        }
        catch (Exception error)
        {
            log.Warn("no count", error);
            return 0;
        }
    }
}
