static class Orders
{
    static int Move(Stock stock, string source, string target)
    {
        var amount = stock[source];
        stock[target] = amount;
        stock[source] = 0;
        var first = stock.Shelves[0];
        first.Used = amount;
        return stock.Shelves[1];
    }
}
