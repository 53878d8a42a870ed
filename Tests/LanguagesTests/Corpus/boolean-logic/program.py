def may_ship(order, stock):
    ready = order.paid and not order.held
    if ready and (stock.free > order.count or order.urgent):
        return True
    if not stock.open or order.count == 0 or order.count != stock.asked:
        return False
    return ready
