static class Orders
{
    static bool Reserve(Store store, string sku, int amount)
    {
        var item = store.Find(sku);
        if (item.Free < amount)
        {
            return false;
        }

        item.Free -= amount;
        item.Held += amount;
        store.Save(item);
        return true;
    }
}
