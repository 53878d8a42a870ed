func save(store: Store, order: Order) throws {
  defer { store.close() }
  do {
    try store.begin()
    do {
      try store.write(order)
    } catch {
      store.rollback()
      throw SaveFailed(order)
    }
    try store.commit()
  } catch {
    if error.fatal {
      throw error
    }
    report(error)
  }
}
