using NSubstitute;
using NUnit.Framework;

[TestFixture]
public class Payment
{
    [Test]
    public void ChargesTheGateway()
    {
        Gateway gateway = MakeGateway();
        Pay(gateway, 3);
        gateway.Received().Charge(3);
        gateway.DidNotReceive().Refund();
    }

    [Test]
    public void KeepsTheTotal()
    {
        Assert.That(Pay(MakeGateway(), 3), Is.EqualTo(3));
        Assert.AreNotEqual(4, Total());
        Assert.That(order.Paid, Is.True);
        Assert.That(order.Error, Is.Null);
        Assert.Less(Total(), 9);
    }
}
