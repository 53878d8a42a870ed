async function allOrders(client, limit) {
  let orders = [];
  let cursor = null;
  while (size(orders) < limit) {
    const page = await client.get("/orders", cursor, limit - size(orders));
    if (page.status >= 500) {
      throw new Unavailable(page.status);
    }
    orders.push(page.rows);
    cursor = page.next;
    if (cursor === null) {
      break;
    }
  }
  return orders;
}
