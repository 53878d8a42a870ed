def price(order, rate)
  base = order.open ? order.total : 0
  factor = rate > 0 && !order.free ? 1 + rate / 100 : 1
  label = order.label || "none"
  format_price(base * factor, label, -rate, order.size % 2 == 0)
end
