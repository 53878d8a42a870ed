static class Orders
{
    static async Task<Receipt> ChargeWithRetry(Order order)
    {
        var attempt = 0;
        while (attempt < 3)
        {
            attempt++;
            try
            {
                return await gateway.Charge(order);
            }
            catch
            {
                await Pause(attempt);
            }
        }

        throw new ChargeFailed("gave up");
    }

    static async Task<bool> WaitFor(Job job)
    {
        while (true)
        {
            string state = await job.State();
            if (state == "done") break;
            if (state == "lost") return false;
            await Pause(1);
        }

        return true;
    }
}
