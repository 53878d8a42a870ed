def shipping(order):
    cost: int
    if order.express:
        if order.weight > 20:
            cost = 40
        else:
            cost = 15
    elif order.total >= 100 and not order.fragile:
        cost = 0
    else:
        if order.abroad:
            return None
        cost = 5
    return cost if order.open else 0
