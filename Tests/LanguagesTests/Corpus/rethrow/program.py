def charge(order):
    try:
        return gateway.charge(order)
    except Exception as error:
        metrics.count("charge.failed")
        raise error


def refund(order):
    try:
        return gateway.refund(order)
    except Exception as error:
        raise RefundFailed("refund", error)
