async def all_orders(client, limit):
    orders = []
    cursor = None
    while size(orders) < limit:
        page = await client.get("/orders", cursor, limit - size(orders))
        if page.status >= 500:
            raise Unavailable(page.status)
        orders.push(page.rows)
        cursor = page.next
        if cursor is None:
            break
    return orders
