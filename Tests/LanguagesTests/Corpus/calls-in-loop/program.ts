function shipAll(orders: Order[], client: Client) {
  let shipped = 0;
  for (const order of orders) {
    let customer = client.customer(order.customerId);
    if (customer.blocked) {
      continue;
    }
    client.ship(order.id, customer.address);
    shipped += 1;
  }
  return shipped;
}
