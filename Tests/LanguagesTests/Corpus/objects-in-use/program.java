class Invoices {
  static void invoice(Order order, Printer printer) {
    Writer writer = printer.open("invoice");
    writer.title(order.name);
    for (Line line : order.lines) {
      writer.row(line.name, line.price, true);
    }
    writer.total(order.sum);
    printer.send(writer.text());
    order.invoice.sent = true;
  }
}
