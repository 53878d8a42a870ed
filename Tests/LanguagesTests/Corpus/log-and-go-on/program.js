function refresh(cache, source) {
  try {
    let rows = source.read();
    cache.put(rows);
  } catch (error) {
    log.error("refresh failed", error);
  }
  cache.touch();
}
