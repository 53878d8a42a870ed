func label(order: Order?, fallback: Order?) -> String {
  if order != nil, order!.name != nil {
    return order!.name
  }
  if fallback == nil || !fallback!.ready {
    return "none"
  }
  if order == fallback && order!.total != 3 {
    return fallback!.name
  }
  let name = order!.nick || fallback!.nick
  return name
}
