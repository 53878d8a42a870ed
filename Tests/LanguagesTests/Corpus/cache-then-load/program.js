const cache = {};

async function orderById(id, store) {
  if (id in cache) {
    return cache[id];
  }
  const order = await store.find(id);
  if (!order) {
    throw new NotFound(`order ${id}`);
  }
  cache[id] = order;
  counts[order.kind][0] += 1;
  return order;
}
