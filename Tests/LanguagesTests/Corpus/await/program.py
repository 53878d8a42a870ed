async def place(order):
    stock = await warehouse.reserve(order.lines)
    if stock is None:
        return False
    await bus.publish("placed", order)
    bus.publish("audit", order)
    task = ledger.append(order)
    await task
    return await confirm(order)


async def fetch_name(client, path):
    return (await client.get(path)).name
