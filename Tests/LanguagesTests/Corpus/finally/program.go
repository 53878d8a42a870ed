package orders

func exportOrders(store Store, path string) {
	file := openFile(path)
	defer file.close()
	writeRows(file, store.rows())
}

func locked(lock Lock, work func() (*Order, error)) *Order {
	lock.acquire()
	defer lock.release()
	order, err := work()
	if err != nil {
		return nil
	}
	return order
}
