package orders

func charge(order Order) (*Receipt, error) {
	receipt, error := gateway.charge(order)
	if error != nil {
		metrics.count("charge.failed")
		return nil, error
	}
	return receipt, nil
}

func refund(order Order) (*Receipt, error) {
	receipt, error := gateway.refund(order)
	if error != nil {
		return nil, RefundFailed{"refund", error}
	}
	return receipt, nil
}
