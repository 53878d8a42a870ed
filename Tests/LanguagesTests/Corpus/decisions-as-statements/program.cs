static class Orders
{
    static void Settle(Order order, Log log)
    {
        if (order.Open) order.Close();
        if (!order.Paid) log.Warn("unpaid", order);
        if (order.Gift)
            Wrap(order);
        else
            Pack(order);
    }
}
