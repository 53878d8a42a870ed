fun importRows(store: Store, rows: List<Row>): Batch {
  val batch = store.start()
  try {
    for (row in rows) {
      batch.add(row)
    }
    batch.finish()
  } catch (error: Exception) {
    batch.undo()
    report("import failed", error)
    throw error
  }
  return batch
}
