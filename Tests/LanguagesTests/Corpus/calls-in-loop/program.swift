func shipAll(orders: [Order], client: Client) throws -> Int {
  var shipped = 0
  for order in orders {
    let customer = try client.customer(order.customerId)
    if customer.blocked { continue }
    try client.ship(order.id, customer.address)
    shipped += 1
  }
  return shipped
}
