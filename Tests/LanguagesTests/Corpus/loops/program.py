def total(orders, limit):
    amount = 0
    for order in orders:
        if order.cancelled:
            continue
        for line in order.lines:
            amount += line.price * line.count
        if amount > limit:
            break
    return amount


async def drain(queue, stopped):
    while queue.size() > 0 and not stopped:
        await queue.take()
    async for message in queue.rest():
        handle(message)
