fun label(order: Order?, fallback: Order?): Any {
  if (order != null && order.name != null) {
    return order.name
  }
  if (fallback == null || !fallback.ready) {
    return "none"
  }
  if (order == fallback && order.total != 3) {
    return fallback.name
  }
  val name = order.nick || fallback.nick
  return name
}
