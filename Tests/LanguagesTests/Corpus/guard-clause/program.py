def pay(order, customer):
    if order is None:
        return None
    if not customer.active:
        raise Inactive(customer.name)
    if order.total <= 0 or order.paid:
        return order
    elif order.total > customer.limit:
        notify(customer)
    return charge(order, customer)
