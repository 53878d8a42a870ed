fun save(store: Store, order: Order) {
  try {
    store.begin()
    try {
      store.write(order)
    } catch (_: Exception) {
      store.rollback()
      throw SaveFailed(order)
    }
    store.commit()
  } catch (error: Exception) {
    if (error.fatal) {
      throw error
    }
    report(error)
  } finally {
    store.close()
  }
}
