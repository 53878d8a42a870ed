def ship_all(orders, client):
    shipped = 0
    for order in orders:
        customer = client.customer(order.customer_id)
        if customer.blocked:
            continue
        client.ship(order.id, customer.address)
        shipped += 1
    return shipped
