static class Orders
{
    static int? Shipping(Order order)
    {
        int cost;
        if (order.Express)
        {
            if (order.Weight > 20)
            {
                cost = 40;
            }
            else
            {
                cost = 15;
            }
        }
        else if (order.Total >= 100 && !order.Fragile)
        {
            cost = 0;
        }
        else
        {
            if (order.Abroad) return null;
            cost = 5;
        }

        return order.Open ? cost : 0;
    }
}
