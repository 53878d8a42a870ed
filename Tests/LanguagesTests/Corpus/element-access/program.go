package orders

func move(stock Stock, source, target string) Shelf {
	amount := stock[source]
	stock[target] = amount
	stock[source] = 0
	first := stock.shelves[0]
	first.used = amount
	return stock.shelves[1]
}
