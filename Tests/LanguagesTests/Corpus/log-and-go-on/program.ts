function refresh(cache: Cache, source: string) {
  try {
    let rows = source.read();
    cache.put(rows);
  } catch (error: unknown) {
    log.error("refresh failed", error);
  }
  cache.touch();
}
