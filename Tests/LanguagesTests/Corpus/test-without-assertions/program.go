package orders

import "testing"

func TestShipsAnOrder(t *testing.T) {
	order := build(3)
	ship(order)
	order.close()
}

func TestCountsLines(t *testing.T) {
	order := build(2)
	for _, line := range order.lines {
		visit(line)
	}
}
