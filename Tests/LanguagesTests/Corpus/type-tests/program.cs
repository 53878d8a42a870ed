static class Orders
{
    static decimal Total(object value, Dictionary<int, Kind> known)
    {
        if (value is Order) return value.Total;
        if (!(value is Line) || known.ContainsKey(value.Id)) return 0;
        if (!known.ContainsKey(value.Kind)) known.Add(value.Kind);
        return value!.Price;
    }
}
