static class Orders
{
    static void SendAll(List<Message> messages, Failures failed)
    {
        foreach (var message in messages)
        {
            try
            {
                Deliver(message);
            }
            catch (Exception error)
            {
                failed.Add(message, error);
            }
        }

        if (failed.Count > 0)
        {
            throw new SomeFailed(failed);
        }
    }
}
