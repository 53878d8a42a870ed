static class Orders
{
    static int Tally(Stock stock, Line line)
    {
        stock.Count -= line.Count;
        stock.ByName[line.Name] += 1;
        int total = 0;
        total += (line.Price * 2) % 7;
        total *= 3;
        var flags = (line.Flags & 4) | 1;
        flags <<= 2;
        return total;
    }
}
