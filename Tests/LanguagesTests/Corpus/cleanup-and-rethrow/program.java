class Importer {
  static Batch importRows(Store store, List<Row> rows) throws Exception {
    Batch batch = store.start();
    try {
      for (Row row : rows) {
        batch.add(row);
      }
      batch.finish();
    } catch (Exception error) {
      batch.undo();
      report("import failed", error);
      throw error;
    }
    return batch;
  }
}
