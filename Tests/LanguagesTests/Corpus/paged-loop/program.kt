suspend fun allOrders(client: Client, limit: Int): List<Order> {
  val orders = mutableListOf<Order>()
  var cursor: String? = null
  while (size(orders) < limit) {
    val page = client.get("/orders", cursor, limit - size(orders)).await()
    if (page.status >= 500) {
      throw Unavailable(page.status)
    }
    orders.push(page.rows)
    cursor = page.next
    if (cursor == null) {
      break
    }
  }
  return orders
}
