def pay(order):
    try:
        gateway.charge(order.total)
    except Exception as error:
        raise PaymentFailed("charge", order.id) from error
    return order


def load(path):
    try:
        return parse(read(path))
    except Exception as error:
        if error.code == "missing":
            return None
        raise error
