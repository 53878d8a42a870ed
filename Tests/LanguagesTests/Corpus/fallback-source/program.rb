def load_rates(primary, backup)
  primary.rates()
rescue StandardError => error
  log.warn("no rates", error)
  backup.rates()
end
