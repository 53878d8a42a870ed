fn load_rates(primary: &Source, backup: &Source) -> Result<Rates, RatesError> {
    match primary.rates() {
        Ok(rates) => Ok(rates),
        Err(error) => {
            log.warn("no rates", error);
            backup.rates()
        }
    }
}
