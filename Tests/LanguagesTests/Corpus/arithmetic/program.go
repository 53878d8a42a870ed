package orders

func price(item Item, rate int) int {
	net := item.amount * item.count
	tax := net * rate / 100
	rest := net % 7
	return net + tax - rest
}

func mask(flags int) int {
	low := flags & 15
	high := flags >> 4
	return low | (high ^ 1)
}
