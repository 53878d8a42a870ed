val cache = mutableMapOf<String, Order>()

suspend fun orderById(id: String, store: Store): Order {
  if (id in cache) {
    return cache[id]
  }
  val order = store.find(id).await()
  if (!order) {
    throw NotFound("order $id")
  }
  cache[id] = order
  counts[order.kind][0] += 1
  return order
}
