func loadRates(primary: Source, backup: Source) throws -> Rates {
  do {
    return try primary.rates()
  } catch {
    log.warn("no rates", error)
    return try backup.rates()
  }
}
