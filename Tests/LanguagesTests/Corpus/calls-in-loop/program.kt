fun shipAll(orders: List<Order>, client: Client): Int {
  var shipped = 0
  for (order in orders) {
    val customer = client.customer(order.customerId)
    if (customer.blocked) continue
    client.ship(order.id, customer.address)
    shipped += 1
  }
  return shipped
}
