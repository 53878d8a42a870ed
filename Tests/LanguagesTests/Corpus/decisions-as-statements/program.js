function settle(order, log) {
  order.open && order.close();
  order.paid || log.warn("unpaid", order);
  order.gift ? wrap(order) : pack(order);
}
