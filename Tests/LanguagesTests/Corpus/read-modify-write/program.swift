func reserve(store: Store, sku: String, amount: Int) throws -> Bool {
  var item = try store.find(sku)
  if item.free < amount {
    return false
  }
  item.free -= amount
  item.held += amount
  try store.save(item)
  return true
}
