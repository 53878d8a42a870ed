def pay(order, customer)
  return nil if order.nil?
  raise Inactive, customer.name unless customer.active

  if order.total <= 0 || order.paid
    return order
  elsif order.total > customer.limit
    notify(customer)
  end
  charge(order, customer)
end
