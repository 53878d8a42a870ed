def load_rates(primary, backup):
    try:
        return primary.rates()
    except Exception as error:
        log.warn("no rates", error)
        return backup.rates()
