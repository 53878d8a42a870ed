def may_ship(order, stock)
  ready = order.paid && !order.held
  return true if ready && (stock.free > order.count || order.urgent)
  return false if !stock.open || order.count == 0 || order.count != stock.asked

  ready
end
