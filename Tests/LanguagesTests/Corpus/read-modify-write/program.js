function reserve(store, sku, amount) {
  let item = store.find(sku);
  if (item.free < amount) {
    return false;
  }
  item.free -= amount;
  item.held += amount;
  store.save(item);
  return true;
}
