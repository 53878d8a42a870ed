function charge(order, currency = "EUR", retries = 3) {
  if (retries === 0) {
    return null;
  }
  return send(order, currency, retries - 1);
}

function report(title, ...rows) {
  return render(title, rows);
}

function configure(name, options = defaultOptions(), strict = false) {
  return create(name, options, strict);
}
