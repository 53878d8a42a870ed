class Shipping {
  static int shipAll(List<Order> orders, Client client) {
    int shipped = 0;
    for (Order order : orders) {
      Customer customer = client.customer(order.customerId);
      if (customer.blocked) {
        continue;
      }
      client.ship(order.id, customer.address);
      shipped++;
    }
    return shipped;
  }
}
