suspend fun sync(orders: List<Order>, client: Client, known: Set<String>): List<Order> {
  val failed = mutableListOf<Order>()
  for (order in orders) {
    if (order.ident in known) {
      continue
    }
    try {
      val row = client.find(order.ident).await()
      if (row == null) {
        client.insert(order).await()
      } else {
        client.update(row, order).await()
      }
    } catch (_: Exception) {
      failed.push(order)
    }
  }
  return failed
}
