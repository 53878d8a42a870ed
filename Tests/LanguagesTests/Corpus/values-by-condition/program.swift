func price(order: Order, rate: Double) -> String {
  let base = order.open ? order.total : 0
  let factor = rate > 0 && !order.free ? 1 + rate / 100 : 1
  let label = order.label || "none"
  return formatPrice(base * factor, label, -rate, order.size % 2 == 0)
}
