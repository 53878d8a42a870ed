package orders

func tally(stock *Stock, line Line) int {
	stock.count -= line.count
	stock.byName[line.name]++
	total := 0
	total += line.price * 2 % 7
	total *= 3
	flags := line.flags&4 | 1
	flags <<= 2
	return total
}
