const cache: Record<string, Order> = {};

export async function orderById(id: string, store: Store): Promise<Order> {
  if (id in cache) return cache[id]!;
  const order = (await store.find(id)) as Order;
  if (!order) throw new NotFound(`order ${id}`);
  cache[id] = order;
  counts[order.kind][0] += 1;
  return order;
}
