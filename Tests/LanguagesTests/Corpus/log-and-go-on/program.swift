func refresh(cache: Cache, source: Source) {
  do {
    let rows = try source.read()
    cache.put(rows)
  } catch {
    log.error("refresh failed", error)
  }
  cache.touch()
}
