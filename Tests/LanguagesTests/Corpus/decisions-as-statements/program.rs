fn settle(order: &mut Order, log: &Log) {
    if order.open {
        order.close();
    }
    if !order.paid {
        log.warn("unpaid", order);
    }
    if order.gift {
        wrap(order);
    } else {
        pack(order);
    }
}
