func allOrders(client: Client, limit: Int) async throws -> [Order] {
  var orders: [Order] = []
  var cursor: String? = nil
  while size(orders) < limit {
    let page = try await client.get("/orders", cursor, limit - size(orders))
    if page.status >= 500 {
      throw Unavailable(page.status)
    }
    orders.push(page.rows)
    cursor = page.next
    if cursor == nil { break }
  }
  return orders
}
