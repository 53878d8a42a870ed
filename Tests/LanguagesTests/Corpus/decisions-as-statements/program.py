def settle(order, log):
    if order.open:
        order.close()
    if not order.paid:
        log.warn("unpaid", order)
    if order.gift:
        wrap(order)
    else:
        pack(order)
