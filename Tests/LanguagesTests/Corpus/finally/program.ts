export function exportOrders(store: Store, path: string): void {
  const file: Handle = openFile(path);
  try {
    writeRows(file, store.rows());
  } finally {
    file.close();
  }
}

export function locked<T>(lock: Lock, work: () => T): T | null {
  lock.acquire();
  try {
    return work();
  } catch {
    return null;
  } finally {
    lock.release();
  }
}
