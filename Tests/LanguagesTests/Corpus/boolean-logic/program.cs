static class Orders
{
    static bool MayShip(Order order, Stock stock)
    {
        var ready = order.Paid && !order.Held;
        if (ready && (stock.Free > order.Count || order.Urgent))
        {
            return true;
        }

        if (!stock.Open || order.Count == 0 || order.Count != stock.Asked)
        {
            return false;
        }

        return ready;
    }
}
