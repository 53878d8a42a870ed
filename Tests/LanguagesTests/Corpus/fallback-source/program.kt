fun loadRates(primary: Rates, backup: Rates): Map<String, Double> =
  runCatching { primary.rates() }.getOrElse { error ->
    log.warn("no rates", error)
    backup.rates()
  }
