function exportOrders(store, path) {
  const file = openFile(path);
  try {
    writeRows(file, store.rows());
  } finally {
    file.close();
  }
}

function locked(lock, work) {
  lock.acquire();
  try {
    return work();
  } catch {
    return null;
  } finally {
    lock.release();
  }
}
