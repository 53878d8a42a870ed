def price(order, rate):
    base = order.total if order.open else 0
    factor = 1 + rate / 100 if rate > 0 and not order.free else 1
    label = order.label or "none"
    return format_price(base * factor, label, -rate, order.size % 2 == 0)
