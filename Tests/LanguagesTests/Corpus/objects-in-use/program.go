package orders

func invoice(order *Order, printer Printer) {
	writer := printer.open("invoice")
	writer.title(order.name)
	for _, line := range order.lines {
		writer.row(line.name, line.price, true)
	}
	writer.total(order.sum)
	printer.send(writer.text())
	order.invoice.sent = true
}
