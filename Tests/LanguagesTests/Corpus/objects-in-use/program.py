def invoice(order, printer):
    writer = printer.open("invoice")
    writer.title(order.name)
    for line in order.lines:
        writer.row(line.name, line.price, True)
    writer.total(order.sum)
    printer.send(writer.text())
    order.invoice.sent = True
