package orders

func loadRates(primary, backup Source) Rates {
	rates, error := primary.rates()
	if error != nil {
		log.warn("no rates", error)
		return backup.rates()
	}
	return rates
}
