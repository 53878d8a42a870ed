class Desk {
  static void settle(Order order, Log log) {
    if (order.open) order.close();
    if (!order.paid) {
      log.warn("unpaid", order);
    }
    if (order.gift) wrap(order);
    else pack(order);
  }
}
