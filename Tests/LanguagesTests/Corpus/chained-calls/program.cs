static class Orders
{
    static decimal OpenTotals(Client client, DateTime since)
    {
        var rows = client.Orders(since).Filter("open").Limit(10);
        decimal first = rows.Fetch()[0]!.Total;
        return ((Rows)rows.Fetch()).Sum("total") - first + rows[1].Total * 2;
    }

    static void Notify(Users users, string message)
    {
        users.Map(user => user.Mail(message)).Flush();
        MakeSender("mail")(message);
    }
}
