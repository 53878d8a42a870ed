async function place(order: Order): Promise<boolean> {
  const stock = await warehouse.reserve(order.lines);
  if (stock === null) return false;
  await bus.publish("placed", order);
  bus.publish("audit", order);
  const task: Promise<void> = ledger.append(order);
  await task;
  return await confirm(order);
}

async function fetchName(client: Client, path: string): Promise<string> {
  return (await client.get(path)).name;
}
