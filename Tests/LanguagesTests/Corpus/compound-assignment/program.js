function tally(stock, line) {
  stock.count -= line.count;
  stock.byName[line.name] += 1;
  let total = 0;
  total += (line.price * 2) % 7;
  total *= 3;
  let flags = (line.flags & 4) | 1;
  flags <<= 2;
  return total;
}
