fn pay(order: Option<Order>, customer: &Customer) -> Result<Option<Order>, Inactive> {
    if order.is_none() {
        return Ok(None);
    }
    if !customer.active {
        return Err(Inactive(&customer.name));
    }
    if order.total <= 0 || order.paid {
        return Ok(order);
    } else if order.total > customer.limit {
        notify(customer);
    }
    charge(order, customer)
}
