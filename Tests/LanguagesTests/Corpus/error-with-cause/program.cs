static class Orders
{
    static Order Pay(Order order)
    {
        try
        {
            gateway.Charge(order.Total);
        }
        catch (Exception error)
        {
            throw new PaymentFailed("charge", order.Id, error);
        }

        return order;
    }

    static Settings? Load(string path)
    {
        try
        {
            return Parse(Read(path));
        }
        catch (Exception error)
        {
            if (((Failure)error).Code == "missing") return null;
            throw error;
        }
    }
}
