function split(pair: [string, string], rows: Row[]): string {
  let [head, tail] = pair;
  const [first, ...others] = rows;
  for (const [key, value] of others) {
    store(key, value);
  }
  [head, tail] = [tail, head];
  return head;
}
