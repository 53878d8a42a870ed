static class Orders
{
    static int ShipAll(List<Order> orders, Client client)
    {
        var shipped = 0;
        foreach (var order in orders)
        {
            var customer = client.Customer(order.CustomerId);
            if (customer.Blocked)
            {
                continue;
            }

            client.Ship(order.Id, customer.Address);
            shipped += 1;
        }

        return shipped;
    }
}
