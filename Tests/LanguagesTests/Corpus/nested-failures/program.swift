func importAll(paths: [String]) -> [String] {
  var failed: [String] = []
  for path in paths {
    do {
      defer { release(path) }
      try store.save(read(path))
    } catch {
      log.warn("skipped", path, error)
      failed.push(path)
      continue
    }
    log.info("done", path)
  }
  return failed
}
