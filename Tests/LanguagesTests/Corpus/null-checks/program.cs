static class Orders
{
    static string Label(Order? order, Order? fallback)
    {
        if (order is not null && order.Name != null)
        {
            return order.Name;
        }

        if (fallback is null || !fallback.Ready)
        {
            return "none";
        }

        if (order == fallback && order.Total != 3)
        {
            return fallback.Name;
        }

        var name = order.Nick || fallback.Nick;
        return name;
    }
}
