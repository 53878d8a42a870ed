fn import_rows(store: &Store, rows: Vec<Row>) -> Result<Batch, ImportError> {
    let mut batch = store.start()?;
    if let Err(error) = (|| {
        for row in rows {
            batch.add(row)?;
        }
        batch.finish()?;
        Ok(())
    })() {
        batch.undo();
        report("import failed", &error);
        return Err(error);
    }
    Ok(batch)
}
