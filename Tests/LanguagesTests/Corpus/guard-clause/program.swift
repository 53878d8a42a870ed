func pay(order: Order?, customer: Customer) throws -> Receipt? {
  guard let order else {
    return nil
  }
  guard customer.active else {
    throw Inactive(customer.name)
  }
  if order.total <= 0 || order.paid {
    return order
  } else if order.total > customer.limit {
    notify(customer)
  }
  return charge(order, customer)
}
