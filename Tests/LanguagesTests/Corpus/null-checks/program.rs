fn label(order: Option<Order>, fallback: Option<Order>) -> String {
    if order.is_some() && order.name.is_some() {
        return order.name;
    }
    if fallback.is_none() || !fallback.ready {
        return "none";
    }
    if order == fallback && order.total != 3 {
        return fallback.name;
    }
    let name = order.nick || fallback.nick;
    name
}
