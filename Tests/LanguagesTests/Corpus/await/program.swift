func place(order: Order) async -> Bool {
  let stock = await warehouse.reserve(order.lines)
  if stock == nil {
    return false
  }
  await bus.publish("placed", order)
  bus.publish("audit", order)
  let task = ledger.append(order)
  await task
  return await confirm(order)
}

func fetchName(client: Client, path: String) async throws -> String {
  return try await client.get(path).name
}
