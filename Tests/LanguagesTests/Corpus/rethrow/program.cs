static class Orders
{
    static Receipt Charge(Order order)
    {
        try
        {
            return gateway.Charge(order);
        }
        catch (Exception error)
        {
            metrics.Count("charge.failed");
            throw error;
        }
    }

    static Receipt Refund(Order order)
    {
        try
        {
            return gateway.Refund(order);
        }
        catch (Exception error)
        {
            throw new RefundFailed("refund", (Exception)error);
        }
    }
}
