def label(order, fallback):
    if order is not None and order.name is not None:
        return order.name
    if fallback is None or not fallback.ready:
        return "none"
    if order == fallback and order.total != 3:
        return fallback.name
    name = order.nick or fallback.nick
    return name
