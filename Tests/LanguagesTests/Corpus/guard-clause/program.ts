function pay(order: Order | null, customer: Customer): Receipt | null {
  if (order === null) return null;
  if (!customer.active) throw new Inactive(customer.name!);
  if (order.total <= 0 || order.paid) {
    return order;
  } else if (order.total > customer.limit) {
    notify(customer);
  }
  return charge(order, customer);
}
