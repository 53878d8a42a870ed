static class Orders
{
    static async Task<List<Order>> Sync(List<Order> orders, Client client, Dictionary<int, Order> known)
    {
        var failed = new List<Order>();
        foreach (var order in orders)
        {
            if (known.ContainsKey(order.Ident)) continue;
            try
            {
                var row = await client.Find(order.Ident);
                if (row is null)
                {
                    await client.Insert(order);
                }
                else
                {
                    await client.Update(row, order);
                }
            }
            catch
            {
                failed.Push(order);
            }
        }

        return failed;
    }
}
