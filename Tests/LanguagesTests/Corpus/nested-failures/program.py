def import_all(paths):
    failed = []
    for path in paths:
        try:
            try:
                store.save(read(path))
            finally:
                release(path)
        except Exception as error:
            log.warn("skipped", path, error)
            failed.push(path)
            continue
        log.info("done", path)
    return failed
