fn shipping(order: &Order) -> Option<u32> {
    let cost;
    if order.express {
        if order.weight > 20 {
            cost = 40;
        } else {
            cost = 15;
        }
    } else if order.total >= 100 && !order.fragile {
        cost = 0;
    } else {
        if order.abroad {
            return None;
        }
        cost = 5;
    }
    return if order.open { cost } else { 0 };
}
