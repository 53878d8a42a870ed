async function sync(orders, client, known) {
  const failed = [];
  for (const order of orders) {
    if (order.ident in known) {
      continue;
    }
    try {
      const row = await client.find(order.ident);
      if (row === null) {
        await client.insert(order);
      } else {
        await client.update(row, order);
      }
    } catch {
      failed.push(order);
    }
  }
  return failed;
}
