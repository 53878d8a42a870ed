func loadSettings(path: String) -> Settings? {
  do {
    return try readSettings(path)
  } catch {
    return nil
  }
}

func sendReceipt(order: Order) {
  try? deliver(order)
}

func countOrders(store: Store) -> Int {
  do {
    return try store.count()
  } catch {
    log.warn("no count", error)
    return 0
  }
}
