/// What names say about the values of a business: money, measures, days.
enum DomainNames {
  /// Whether a name is called after an amount of money: `order.price`, `total_cents`, `taxDue`.
  static func isMoney(_ name: some StringProtocol) -> Bool {
    let words = NameReading.words(name)
    guard let last = words.last else { return false }
    if words.contains(where: { notMoney.contains($0) }) { return false }
    if moneys.contains(last) || currencies.contains(last) { return true }
    // `price_usd`, `fee_due`, `totalPrice`: the word may stand one earlier.
    return words.count > 1 && moneys.contains(words[words.count - 2]) && followers.contains(last)
  }

  private static let moneys: Set<String> = [
    "price", "prices", "amount", "amounts", "cents", "balance", "tax", "taxes", "vat", "fee", "fees", "discount",
    "subtotal", "salary", "wage", "payment", "revenue", "payout", "refund", "surcharge", "commission", "invoice",
    "premium", "deposit", "money", "turnover",
  ]
  private static let currencies: Set<String> = ["usd", "eur", "gbp", "dollars", "euros", "pence", "chf"]
  private static let followers: Set<String> = [
    "due", "total", "net", "gross", "cents", "usd", "eur", "gbp", "value", "sum", "paid", "dollars", "float", "raw",
    "str", "string", "text", "input", "minor", "major", "excl", "incl", "in",
  ]
  private static let notMoney: Set<String> = [
    "count", "id", "ids", "index", "width", "height", "size", "opacity", "zoom", "blur", "scroll", "load", "pixel",
    "pixels", "rotation", "volume", "scale", "page", "pages", "number", "key", "name", "date", "type", "status",
    "label", "url", "percent", "percentage", "method", "intent",
  ]

  /// What a name is measured in, where it says so with its last word: `timeout_ms`, `delaySeconds`, `size_kb`.
  static func unit(_ name: some StringProtocol) -> (dimension: Dimension, unit: String)? {
    let words = NameReading.words(NameReading.last(String(name)))
    guard words.count > 1, let last = words.last, let found = units[last] else { return nil }
    // A rate is not what it is a rate of: `requests_per_second`.
    return words.contains("per") || words.contains("rate") ? nil : found
  }

  enum Dimension { case time, bytes, money, length, weight }

  private static let units: [String: (Dimension, String)] = [
    "ns": (.time, "nanoseconds"), "nanos": (.time, "nanoseconds"), "nanoseconds": (.time, "nanoseconds"),
    "us": (.time, "microseconds"), "micros": (.time, "microseconds"), "microseconds": (.time, "microseconds"),
    "ms": (.time, "milliseconds"), "millis": (.time, "milliseconds"), "milliseconds": (.time, "milliseconds"),
    "msec": (.time, "milliseconds"), "sec": (.time, "seconds"), "secs": (.time, "seconds"),
    "seconds": (.time, "seconds"), "mins": (.time, "minutes"), "minutes": (.time, "minutes"),
    "hours": (.time, "hours"), "hrs": (.time, "hours"),
    "kb": (.bytes, "kilobytes"), "kib": (.bytes, "kibibytes"), "mb": (.bytes, "megabytes"),
    "mib": (.bytes, "mebibytes"), "gb": (.bytes, "gigabytes"), "gib": (.bytes, "gibibytes"),
    "cents": (.money, "cents"), "pence": (.money, "pence"), "dollars": (.money, "dollars"),
    "euros": (.money, "euros"),
    "km": (.length, "kilometres"), "metres": (.length, "metres"), "meters": (.length, "metres"),
    "miles": (.length, "miles"), "feet": (.length, "feet"), "inches": (.length, "inches"),
    "cm": (.length, "centimetres"),
    "kg": (.weight, "kilograms"), "kilograms": (.weight, "kilograms"), "grams": (.weight, "grams"),
    "lbs": (.weight, "pounds"), "pounds": (.weight, "pounds"), "oz": (.weight, "ounces"),
  ]

  /// Whether a name is called after a value that somebody outside of the code decides, and changes: `tax_rate`,
  /// `SHIPPING_FEE`, `exchangeRates`.
  static func isDecidedElsewhere(_ name: some StringProtocol) -> Bool {
    let words = NameReading.words(NameReading.last(String(name)))
    if words.contains(where: { technical.contains($0) }) { return false }
    if words.contains(where: { decided.contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { decidedPairs.contains($0 + " " + $1) }
  }

  private static let decided: Set<String> = [
    "vat", "surcharge", "commission", "dosage", "holidays", "tariff", "tariffs", "fee", "fees", "price", "prices",
  ]
  private static let decidedPairs: Set<String> = [
    "tax rate", "tax rates", "exchange rate", "exchange rates", "interest rate", "discount rate", "currency rate",
    "currency rates", "conversion rate", "fx rate", "fx rates", "sales tax", "delivery days", "shipping days",
    "shipping cost", "shipping costs", "shipping rate", "shipping rates", "delivery cost", "credit limit",
    "loan rate", "mortgage rate", "minimum wage", "bank holidays", "tax brackets", "late fee", "service charge",
    "delivery charge", "discount percent", "discount percentage", "lead time", "sla hours", "sla days",
  ]
  private static let technical: Set<String> = [
    "gas", "test", "fake", "mock", "default_id", "id", "ids", "label", "column", "field", "index", "count", "key",
    "name", "type", "class", "url", "selector", "format", "decimals", "digits", "width", "min", "max", "sort", "ttl",
    "timeout", "expiration", "expires",
  ]

  /// Whether a name is called after a day or a date.
  static func isDay(_ name: some StringProtocol) -> Bool {
    NameReading.words(name).contains { days.contains($0) }
  }

  private static let days: Set<String> = [
    "day", "days", "date", "dates", "today", "tomorrow", "yesterday", "midnight", "due", "billing", "month", "week",
    "birthday", "holiday", "delivery", "checkin", "checkout", "arrival", "departure",
  ]
}
