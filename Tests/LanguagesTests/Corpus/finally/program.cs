static class Orders
{
    public static void ExportOrders(Store store, string path)
    {
        Handle file = OpenFile(path);
        try
        {
            WriteRows(file, store.Rows());
        }
        finally
        {
            file.Close();
        }
    }

    public static T? Locked<T>(Lock @lock, Func<T> work)
    {
        @lock.Acquire();
        try
        {
            return work();
        }
        catch
        {
            return null;
        }
        finally
        {
            @lock.Release();
        }
    }
}
