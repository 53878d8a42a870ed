class Rates {
  private static final Logger log = LoggerFactory.getLogger(Rates.class);

  static Map<String, Rate> loadRates(Source primary, Source backup) {
    try {
      return primary.rates();
    } catch (Exception error) {
      log.warn("no rates", error);
      return backup.rates();
    }
  }
}
