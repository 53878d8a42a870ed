def refresh(cache, source)
  begin
    rows = source.read
    cache.put(rows)
  rescue => error
    log.error("refresh failed", error)
  end
  cache.touch
  nil
end
