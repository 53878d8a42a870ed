suspend fun place(order: Order): Any {
  val stock = warehouse.reserve(order.lines).await()
  if (stock == null) {
    return false
  }
  bus.publish("placed", order).await()
  bus.publish("audit", order)
  val task = ledger.append(order)
  task.await()
  return confirm(order).await()
}

suspend fun fetchName(client: Client, path: String): String {
  return client.get(path).await().name
}
