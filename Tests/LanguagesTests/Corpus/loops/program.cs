static class Orders
{
    static decimal Total(List<Order> orders, decimal limit)
    {
        var amount = 0;
        foreach (var order in orders)
        {
            if (order.Cancelled) continue;
            foreach (Line line in order.Lines)
            {
                amount += line.Price * line.Count;
            }

            if (amount > limit) break;
        }

        return amount;
    }

    static async Task Drain(Queue queue, bool stopped)
    {
        while (queue.Size() > 0 && !stopped)
        {
            await queue.Take();
        }

        await foreach (var message in queue.Rest())
        {
            Handle(message);
        }
    }
}
