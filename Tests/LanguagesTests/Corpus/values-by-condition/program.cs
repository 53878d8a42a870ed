static class Prices
{
    static string Price(Order order, decimal rate)
    {
        decimal @base = order.Open ? order.Total : 0;
        var factor = rate > 0 && !order.Free ? 1 + rate / 100 : 1;
        var label = order.Label || "none";
        return FormatPrice(@base * factor, label, -rate, order.Size % 2 == 0);
    }
}
