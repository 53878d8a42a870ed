def reserve(store, sku, amount)
  item = store.find(sku)
  return false if item.free < amount

  item.free -= amount
  item.held += amount
  store.save(item)
  true
end
