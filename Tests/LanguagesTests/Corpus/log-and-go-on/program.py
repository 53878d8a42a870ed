def refresh(cache, source):
    try:
        rows = source.read()
        cache.put(rows)
    except Exception as error:
        log.error("refresh failed", error)
    cache.touch()
