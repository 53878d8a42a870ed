function price(order: Order, rate: number): string {
  const base: number = order.open ? order.total : 0;
  const factor = rate > 0 && !order.free ? 1 + rate / 100 : 1;
  const label = order.label || ("none" as const);
  return formatPrice(base * factor, label, -rate, order.size % 2 === 0);
}
