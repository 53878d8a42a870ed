function total(orders: Order[], limit: number): number {
  let amount = 0;
  for (const order of orders) {
    if (order.cancelled) continue;
    for (const line of order.lines) {
      amount += line.price * line.count;
    }
    if (amount > limit) break;
  }
  return amount;
}

async function drain(queue: Queue, stopped: boolean): Promise<void> {
  while (queue.size() > 0 && !stopped) {
    await queue.take();
  }
  for await (const message of queue.rest()) {
    handle(message);
  }
}
