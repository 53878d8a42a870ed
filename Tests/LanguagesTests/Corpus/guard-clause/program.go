package orders

func pay(order *Order, customer *Customer) (*Order, error) {
	if order == nil {
		return nil, nil
	}
	if !customer.active {
		return nil, Inactive{customer.name}
	}
	if order.total <= 0 || order.paid {
		return order, nil
	} else if order.total > customer.limit {
		notify(customer)
	}
	return charge(order, customer)
}
