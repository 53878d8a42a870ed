function copy(source, target) {
  using reader = openFile(source);
  using writer = openFile(target, "w");
  writer.write(reader.read());
}

async function pay(pool, order) {
  await using connection = pool.acquire();
  await connection.execute("update", order.id);
  return order;
}
