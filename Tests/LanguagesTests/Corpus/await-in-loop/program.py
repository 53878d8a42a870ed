async def sync(orders, client, known):
    failed = []
    for order in orders:
        if order.ident in known:
            continue
        try:
            row = await client.find(order.ident)
            if row is None:
                await client.insert(order)
            else:
                await client.update(row, order)
        except:
            failed.push(order)
    return failed
