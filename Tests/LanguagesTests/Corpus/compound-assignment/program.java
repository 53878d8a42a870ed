class Stocks {
  static int tally(Stock stock, Line line) {
    stock.count -= line.count;
    stock.byName[line.name]++;
    int total = 0;
    total += line.price * 2 % 7;
    total *= 3;
    int flags = line.flags & 4 | 1;
    flags <<= 2;
    return total;
  }
}
