cache = {}


async def order_by_id(id, store):
    if id in cache:
        return cache[id]
    order = await store.find(id)
    if not order:
        raise NotFound(f"order {id}")
    cache[id] = order
    counts[order.kind][0] += 1
    return order
