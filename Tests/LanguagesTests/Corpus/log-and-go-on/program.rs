fn refresh(cache: &mut Cache, source: &Source) {
    if let Err(error) = (|| -> Result<(), CacheError> {
        let rows = source.read()?;
        cache.put(rows)?;
        Ok(())
    })() {
        log.error("refresh failed", error);
    }
    cache.touch();
}
