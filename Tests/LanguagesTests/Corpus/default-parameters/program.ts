export function charge(order: Order, currency = "EUR", retries: number = 3): Receipt | null {
  if (retries === 0) return null;
  return send(order, currency, retries - 1);
}

const report = (title: string, ...rows: string[]): string => {
  return render(title, rows);
};

function configure(name: string, options: Options = defaultOptions(), strict = false): Client {
  return create(name, options, strict);
}
