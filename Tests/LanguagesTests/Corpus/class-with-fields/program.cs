namespace Shop;

public class OrderService
{
    private readonly Gateway gateway;
    private readonly int limit;
    private List<Order> orders;
    private int count;
    private Last last;

    public OrderService(Gateway gateway, int limit)
    {
        this.gateway = gateway;
        this.limit = limit;
        orders = [];
    }

    public OrderService Add(Order order)
    {
        if (order.Total > limit)
        {
            throw new TooMuch(limit);
        }

        orders.Push(order);
        count += 1;
        return this;
    }

    public async Task<OrderService> Pay(Order order)
    {
        var receipt = await gateway.Charge(order.Total);
        last.Receipt = receipt;
        return this.Add(order);
    }
}
