function reserve(store: Store, sku: string, amount: number) {
  let item = store.find(sku);
  if (item.free < amount) {
    return false;
  }
  item.free -= amount;
  item.held += amount;
  store.save(item);
  return true;
}
