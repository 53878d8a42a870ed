function importRows(store: Store, rows: Row[]) {
  let batch = store.start();
  try {
    for (const row of rows) {
      batch.add(row);
    }
    batch.finish();
  } catch (error: unknown) {
    batch.undo();
    report("import failed", error);
    throw error;
  }
  return batch;
}
