func total(orders: [Order], limit: Int) -> Int {
  var amount = 0
  for order in orders {
    if order.cancelled {
      continue
    }
    for line in order.lines {
      amount += line.price * line.count
    }
    if amount > limit { break }
  }
  return amount
}

func drain(queue: Queue, stopped: Bool) async {
  while queue.size() > 0 && !stopped {
    await queue.take()
  }
  for await message in queue.rest() {
    handle(message)
  }
}
