static class Orders
{
    static void Copy(string source, string target)
    {
        using var reader = OpenFile(source);
        using var writer = OpenFile(target, "w");
        writer.Write(reader.Read());
    }

    static async Task<Order> Pay(Pool pool, Order order)
    {
        await using (var connection = pool.Acquire())
        {
            await connection.Execute("update", order.Id);
            return order;
        }
    }
}
