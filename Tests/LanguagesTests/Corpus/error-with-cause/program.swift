func pay(order: Order) throws -> Order {
  do {
    try gateway.charge(order.total)
  } catch {
    throw PaymentFailed("charge", order.id, underlying: error)
  }
  return order
}

func load(path: String) throws -> Settings? {
  do {
    return try parse(read(path))
  } catch {
    if error.code == "missing" {
      return nil
    }
    throw error
  }
}
