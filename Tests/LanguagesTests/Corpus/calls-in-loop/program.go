package orders

func shipAll(orders []Order, client Client) int {
	shipped := 0
	for _, order := range orders {
		customer := client.customer(order.customerId)
		if customer.blocked {
			continue
		}
		client.ship(order.id, customer.address)
		shipped++
	}
	return shipped
}
