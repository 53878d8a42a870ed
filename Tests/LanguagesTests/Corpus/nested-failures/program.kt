fun importAll(paths: List<String>): List<String> {
  val failed = mutableListOf<String>()
  for (path in paths) {
    try {
      try {
        store.save(read(path))
      } finally {
        release(path)
      }
    } catch (error: Exception) {
      log.warn("skipped", path, error)
      failed.push(path)
      continue
    }
    log.info("done", path)
  }
  return failed
}
