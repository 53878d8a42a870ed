def ship_all(orders, client)
  shipped = 0
  orders.each do |order|
    customer = client.customer(order.customer_id)
    next if customer.blocked

    client.ship(order.id, customer.address)
    shipped += 1
  end
  shipped
end
