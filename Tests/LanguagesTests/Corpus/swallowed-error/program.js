function loadSettings(path) {
  try {
    return readSettings(path);
  } catch {
    return null;
  }
}

function sendReceipt(order) {
  try {
    deliver(order);
  } catch {}
}

function countOrders(store) {
  try {
    return store.count();
  } catch (error) {
    log.warn("no count", error);
    return 0;
  }
}
