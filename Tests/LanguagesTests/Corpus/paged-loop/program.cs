static class Orders
{
    static async Task<List<Order>> AllOrders(Client client, int limit)
    {
        List<Order> orders = [];
        string? cursor = null;
        while (Size(orders) < limit)
        {
            Page page = await client.Get<Page>("/orders", cursor, limit - Size(orders));
            if (page.Status >= 500) throw new Unavailable(page.Status);
            orders.Push(page.Rows);
            cursor = page.Next;
            if (cursor == null) break;
        }

        return orders;
    }
}
