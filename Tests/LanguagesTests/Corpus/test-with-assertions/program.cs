using FluentAssertions;
using Xunit;

public class TotalTests
{
    [Fact]
    public void AddsTheLines()
    {
        Order order = Build([1, 2]);
        Assert.Equal(3, Total(order));
        Assert.NotNull(order.Paid);
        order.Name.Should().BeNull();
        order.Tags.Should().Contain("x");
        Total(order).Should().BeGreaterThan(2);
        Assert.NotEqual(4, Total(order));
        Assert.False(order.Open);
    }

    [Fact]
    public async Task RefusesAnEmptyOrder()
    {
        Assert.Throws<Empty>(() => Charge([]));
    }
}
