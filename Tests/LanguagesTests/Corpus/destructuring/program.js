function split(pair, rows) {
  let [head, tail] = pair;
  const [first, ...others] = rows;
  for (const [key, value] of others) {
    store(key, value);
  }
  [head, tail] = [tail, head];
  return head;
}
