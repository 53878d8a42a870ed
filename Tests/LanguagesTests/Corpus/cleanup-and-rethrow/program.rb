def import_rows(store, rows)
  batch = store.start()
  begin
    rows.each do |row|
      batch.add(row)
    end
    batch.finish
  rescue StandardError => error
    batch.undo
    report("import failed", error)
    raise error
  end
  batch
end
