static class Orders
{
    static Receipt? Pay(Order? order, Customer customer)
    {
        if (order is null) return null;
        if (!customer.Active) throw new Inactive(customer.Name!);
        if (order.Total <= 0 || order.Paid)
        {
            return order;
        }
        else if (order.Total > customer.Limit)
        {
            Notify(customer);
        }

        return Charge(order, customer);
    }
}
