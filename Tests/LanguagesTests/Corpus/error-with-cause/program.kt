fun pay(order: Order): Order {
  try {
    gateway.charge(order.total)
  } catch (error: Exception) {
    throw PaymentFailed("charge", order.id, error)
  }
  return order
}

fun load(path: String): Order? {
  return try {
    parse(read(path))
  } catch (error: Exception) {
    if (error.code == "missing") {
      return null
    }
    throw error
  }
}
