fn price(order: &Order, rate: f64) -> String {
    let base = if order.open { order.total } else { 0 };
    let factor = if rate > 0 && !order.free { 1 + rate / 100 } else { 1 };
    let label = order.label || "none";
    format_price(base * factor, label, -rate, order.size % 2 == 0)
}
