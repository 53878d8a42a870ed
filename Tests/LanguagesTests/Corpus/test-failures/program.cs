using Moq;
using Xunit;

public class ChargeTests
{
    [Fact]
    public void Declines_a_negative_amount()
    {
        Assert.Throws<RangeError>(() =>
        {
            var order = Build(-1);
            Charge(order);
        });
    }

    [Fact]
    public void DoesNotChargeTwice()
    {
        Order order = Build(3);
        Charge(order);
        Charge(order);
        gateway.Verify(g => g.Charge(order, 3));
        gateway.Verify(g => g.Refund(), Times.Never());
    }
}
