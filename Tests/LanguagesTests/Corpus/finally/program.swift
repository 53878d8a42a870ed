func exportOrders(store: Store, path: String) throws {
  let file = try openFile(path)
  defer { file.close() }
  try writeRows(file, store.rows())
}

func locked<T>(lock: Lock, work: () throws -> T) -> T? {
  lock.acquire()
  defer { lock.release() }
  do {
    return try work()
  } catch {
    return nil
  }
}
