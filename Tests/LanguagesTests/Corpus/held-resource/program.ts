function copy(source: string, target: string): void {
  using reader = openFile(source);
  using writer = openFile(target, "w");
  writer.write(reader.read());
}

async function pay(pool: Pool, order: Order): Promise<Order> {
  await using connection = pool.acquire();
  await connection.execute("update", order.id);
  return order;
}
