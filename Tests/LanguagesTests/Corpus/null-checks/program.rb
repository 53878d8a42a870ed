def label(order, fallback)
  return order.name if !order.nil? && order.name != nil
  return "none" if fallback.nil? || !fallback.ready
  return fallback.name if order == fallback && order.total != 3

  name = order.nick || fallback.nick
  name
end
