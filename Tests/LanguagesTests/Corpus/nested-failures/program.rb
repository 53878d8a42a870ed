def import_all(paths)
  failed = []
  paths.each do |path|
    begin
      begin
        store.save(read(path))
      ensure
        release(path)
      end
    rescue StandardError => error
      log.warn("skipped", path, error)
      failed.push(path)
      next
    end
    log.info("done", path)
  end
  failed
end
