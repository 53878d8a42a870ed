static class Orders
{
    static string Greet(Customer customer, int count)
    {
        Log($"{count} orders for {customer.Name}: {Total(count):N0}!");
        Log("plain");
        return $"dear {customer.Name || "guest"}";
    }
}
