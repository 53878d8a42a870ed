fun exportOrders(store: Store, path: String) {
  val file = openFile(path)
  try {
    writeRows(file, store.rows())
  } finally {
    file.close()
  }
}

fun locked(lock: Lock, work: () -> Order): Order? {
  lock.acquire()
  try {
    return work()
  } catch (_: Exception) {
    return null
  } finally {
    lock.release()
  }
}
