fun total(orders: List<Order>, limit: Int): Int {
  var amount = 0
  for (order in orders) {
    if (order.cancelled) continue
    for (line in order.lines) {
      amount += line.price * line.count
    }
    if (amount > limit) break
  }
  return amount
}

suspend fun drain(queue: Queue, stopped: Boolean) {
  while (queue.size() > 0 && !stopped) {
    queue.take().await()
  }
  queue.rest().collect { message ->
    handle(message)
  }
}
