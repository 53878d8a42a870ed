function loadRates(primary: Rates, backup: Rates) {
  try {
    return primary.rates();
  } catch (error: unknown) {
    log.warn("no rates", error);
    return backup.rates();
  }
}
