class Stocks {
  static boolean reserve(Store store, String sku, int amount) {
    Item item = store.find(sku);
    if (item.free < amount) {
      return false;
    }
    item.free -= amount;
    item.held += amount;
    store.save(item);
    return true;
  }
}
