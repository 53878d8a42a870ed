def invoice(order, printer)
  writer = printer.open("invoice")
  writer.title(order.name)
  order.lines.each do |line|
    writer.row(line.name, line.price, true)
  end
  writer.total(order.sum)
  printer.send(writer.text())
  order.invoice.sent = true
end
