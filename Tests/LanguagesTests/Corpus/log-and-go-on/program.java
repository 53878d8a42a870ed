@Slf4j
class Caches {
  static void refresh(Cache cache, Source source) {
    try {
      List<Row> rows = source.read();
      cache.put(rows);
    } catch (Exception error) {
      log.error("refresh failed", error);
    }
    cache.touch();
  }
}
