fun charge(order: Order, currency: String = "EUR", retries: Int = 3): Receipt? {
  if (retries == 0) {
    return null
  }
  return send(order, currency, retries - 1)
}

fun report(title: String, vararg rows: Row): String = render(title, rows)

fun configure(name: String, options: Options = defaultOptions(), strict: Boolean = false) =
  create(name, options, strict)
