fn may_ship(order: &Order, stock: &Stock) -> bool {
    let ready = order.paid && !order.held;
    if ready && (stock.free > order.count || order.urgent) {
        return true;
    }
    if !stock.open || order.count == 0 || order.count != stock.asked {
        return false;
    }
    ready
}
