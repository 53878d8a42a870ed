static class Orders
{
    static async Task<bool> Place(Order order)
    {
        var stock = await warehouse.Reserve(order.Lines);
        if (stock == null) return false;
        await bus.Publish("placed", order).ConfigureAwait(false);
        bus.Publish("audit", order);
        Task task = ledger.Append(order);
        await task;
        return await Confirm(order);
    }

    static async Task<string> FetchName(Client client, string path) => (await client.Get(path)).Name;
}
