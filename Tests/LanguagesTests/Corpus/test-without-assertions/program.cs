using Xunit;

public class OrderTests
{
    [Fact]
    public void ShipsAnOrder()
    {
        var order = Build(3);
        Ship(order);
        order.Close();
    }

    [Fact]
    public void CountsLines()
    {
        var order = Build(2);
        foreach (var line in order.Lines)
        {
            Visit(line);
        }
    }
}
