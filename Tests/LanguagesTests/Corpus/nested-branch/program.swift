func shipping(order: Order) -> Int? {
  let cost: Int
  if order.express {
    if order.weight > 20 {
      cost = 40
    } else {
      cost = 15
    }
  } else if order.total >= 100, !order.fragile {
    cost = 0
  } else {
    if order.abroad {
      return nil
    }
    cost = 5
  }
  return order.open ? cost : 0
}
