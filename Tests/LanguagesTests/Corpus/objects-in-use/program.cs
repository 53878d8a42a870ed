static class Orders
{
    static void Invoice(Order order, Printer printer)
    {
        var writer = printer.Open("invoice");
        writer.Title(order.Name);
        foreach (var line in order.Lines)
        {
            writer.Row(line.Name, line.Price, true);
        }

        writer.Total(order.Sum);
        printer.Send(writer.Text());
        order.Invoice.Sent = true;
    }
}
