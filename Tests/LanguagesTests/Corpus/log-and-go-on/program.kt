fun refresh(cache: Cache, source: Source) {
  try {
    val rows = source.read()
    cache.put(rows)
  } catch (error: Exception) {
    log.error("refresh failed", error)
  }
  cache.touch()
}
