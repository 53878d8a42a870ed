package orders

func reserve(store Store, sku string, amount int) (bool, error) {
	item, err := store.find(sku)
	if err != nil {
		return false, err
	}
	if item.free < amount {
		return false, nil
	}
	item.free -= amount
	item.held += amount
	if err := store.save(item); err != nil {
		return false, err
	}
	return true, nil
}
