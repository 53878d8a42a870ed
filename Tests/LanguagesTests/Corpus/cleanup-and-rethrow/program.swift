func importRows(store: Store, rows: [Row]) throws -> Batch {
  let batch = store.start()
  do {
    for row in rows {
      try batch.add(row)
    }
    try batch.finish()
  } catch {
    batch.undo()
    report("import failed", error)
    throw error
  }
  return batch
}
