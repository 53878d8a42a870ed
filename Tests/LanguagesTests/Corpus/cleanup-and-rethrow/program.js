function importRows(store, rows) {
  let batch = store.start();
  try {
    for (const row of rows) {
      batch.add(row);
    }
    batch.finish();
  } catch (error) {
    batch.undo();
    report("import failed", error);
    throw error;
  }
  return batch;
}
