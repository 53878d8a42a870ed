async function place(order) {
  const stock = await warehouse.reserve(order.lines);
  if (stock === null) {
    return false;
  }
  await bus.publish("placed", order);
  bus.publish("audit", order);
  const task = ledger.append(order);
  await task;
  return await confirm(order);
}

async function fetchName(client, path) {
  return (await client.get(path)).name;
}
