fn invoice(order: &mut Order, printer: &Printer) {
    let mut writer = printer.open("invoice");
    writer.title(&order.name);
    for line in &order.lines {
        writer.row(&line.name, line.price, true);
    }
    writer.total(order.sum);
    printer.send(writer.text());
    order.invoice.sent = true;
}
