static class Orders
{
    static string Describe(object state)
    {
        switch (state)
        {
            case "new":
            case "open":
                return "waiting";
            case "paid":
            {
                Archive(state);
                break;
            }
            case 3:
                break;
            default:
                throw new Unknown(state);
        }

        return "done";
    }
}
