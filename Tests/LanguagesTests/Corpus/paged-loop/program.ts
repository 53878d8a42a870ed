async function allOrders(client: Client, limit: number): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | null = null;
  while (size(orders) < limit) {
    const page: Page = await client.get<Page>("/orders", cursor, limit - size(orders));
    if (page.status >= 500) throw new Unavailable(page.status);
    orders.push(page.rows);
    cursor = page.next;
    if (cursor === null) break;
  }
  return orders;
}
