static class Orders
{
    static void Save(Store store, Order order)
    {
        try
        {
            store.Begin();
            try
            {
                store.Write(order);
            }
            catch
            {
                store.Rollback();
                throw new SaveFailed(order);
            }

            store.Commit();
        }
        catch (Exception error)
        {
            if (error.Fatal) throw error;
            Report(error);
        }
        finally
        {
            store.Close();
        }
    }
}
