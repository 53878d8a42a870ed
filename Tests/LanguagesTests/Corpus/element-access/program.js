function move(stock, source, target) {
  let amount = stock[source];
  stock[target] = amount;
  stock[source] = 0;
  let first = stock.shelves[0];
  first.used = amount;
  return stock.shelves[1];
}
