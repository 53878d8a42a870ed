def price(item, rate):
    net = item.amount * item.count
    tax = net * rate / 100
    rest = net % 7
    return net + tax - rest


def mask(flags):
    low = flags & 15
    high = flags >> 4
    return low | high ^ 1
