fun move(stock: Stock, source: Int, target: Int): Int {
  val amount = stock[source]
  stock[target] = amount
  stock[source] = 0
  val first = stock.shelves[0]
  first.used = amount
  return stock.shelves[1]
}
