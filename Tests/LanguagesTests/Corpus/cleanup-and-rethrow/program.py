def import_rows(store, rows):
    batch = store.start()
    try:
        for row in rows:
            batch.add(row)
        batch.finish()
    except Exception as error:
        batch.undo()
        report("import failed", error)
        raise error
    return batch
