fun reserve(store: Store, sku: String, amount: Int): Boolean {
  val item = store.find(sku)
  if (item.free < amount) {
    return false
  }
  item.free -= amount
  item.held += amount
  store.save(item)
  return true
}
