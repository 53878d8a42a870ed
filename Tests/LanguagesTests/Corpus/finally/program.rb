def export_orders(store, path)
  file = open_file(path)
  begin
    write_rows(file, store.rows())
  ensure
    file.close
  end
  nil
end

def locked(lock, work)
  lock.acquire
  begin
    work.()
  rescue
    nil
  ensure
    lock.release
  end
end
