package orders

func loadSettings(path string) *Settings {
	settings, err := readSettings(path)
	if err != nil {
		return nil
	}
	return settings
}

func sendReceipt(order Order) {
	if err := deliver(order); err != nil {
	}
}

func countOrders(store Store) int {
	count, error := store.count()
	if error != nil {
		log.warn("no count", error)
		return 0
	}
	return count
}
