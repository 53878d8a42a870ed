func charge(_ order: Order, _ currency: String = "EUR", retries: Int = 3) -> Receipt? {
  if retries == 0 {
    return nil
  }
  return send(order, currency, retries - 1)
}

func report(title: String, rows: Row...) -> Page {
  render(title, rows)
}

func configure(name: String, options: Options = defaultOptions(), strict: Bool = false) -> Client {
  return create(name, options, strict)
}
