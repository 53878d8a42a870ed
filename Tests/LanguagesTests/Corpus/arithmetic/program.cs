static class Orders
{
    static int Price(Item item, int rate)
    {
        var net = item.Amount * item.Count;
        var tax = net * rate / 100;
        var rest = net % 7;
        return net + tax - rest;
    }

    static int Mask(int flags)
    {
        var low = flags & 15;
        var high = flags >> 4;
        return low | high ^ 1;
    }
}
