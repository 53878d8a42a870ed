def charge(order, currency = "EUR", retries = 3)
  return nil if retries == 0

  send(order, currency, retries - 1)
end

def report(title, *rows)
  render(title, rows)
end

def configure(name, options = default_options(), strict = false)
  create(name, options, strict)
end
