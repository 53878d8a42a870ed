function settle(order: Order, log: Log): void {
  if (order.open) order.close();
  order.paid || log.warn("unpaid", order);
  order.gift ? wrap(order) : pack(order);
}
