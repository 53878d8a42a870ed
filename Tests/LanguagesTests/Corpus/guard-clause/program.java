class Payments {
  static Order pay(Order order, Customer customer) {
    if (order == null) {
      return null;
    }
    if (!customer.active) throw new Inactive(customer.name);
    if (order.total <= 0 || order.paid) {
      return order;
    } else if (order.total > customer.limit) {
      notify(customer);
    }
    return charge(order, customer);
  }
}
