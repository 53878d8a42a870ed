function loadRates(primary, backup) {
  try {
    return primary.rates();
  } catch (error) {
    log.warn("no rates", error);
    return backup.rates();
  }
}
