static class Orders
{
    public static async Task<Order> OrderById(int id, Store store)
    {
        if (cache.ContainsKey(id)) return cache[id];
        var order = (Order)await store.Find(id);
        if (!order) throw new NotFound($"order {id}");
        cache[id] = order;
        counts[order.Kind][0] += 1;
        return order;
    }

    static readonly Dictionary<int, Order> cache = new();
}
