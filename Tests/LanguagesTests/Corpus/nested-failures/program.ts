function importAll(paths: readonly string[]): string[] {
  const failed: string[] = [];
  for (const path of paths) {
    try {
      try {
        store.save(read(path));
      } finally {
        release(path);
      }
    } catch (error) {
      log.warn("skipped", path, error);
      failed.push(path);
      continue;
    }
    log.info("done", path);
  }
  return failed;
}
