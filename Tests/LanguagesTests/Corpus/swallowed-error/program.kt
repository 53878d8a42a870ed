fun loadSettings(path: String): Settings? {
  return runCatching { readSettings(path) }.getOrNull()
}

fun sendReceipt(order: Order) {
  try {
    deliver(order)
  } catch (_: Exception) {
  }
}

fun countOrders(store: Store): Int =
  try {
    store.count()
  } catch (error: Exception) {
    log.warn("no count", error)
    0
  }
