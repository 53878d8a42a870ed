fun pay(order: Order?, customer: Customer): Order? {
  order ?: return null
  if (!customer.active) throw Inactive(customer.name)
  if (order.total <= 0 || order.paid) {
    return order
  } else if (order.total > customer.limit) {
    notify(customer)
  }
  return charge(order, customer)
}
