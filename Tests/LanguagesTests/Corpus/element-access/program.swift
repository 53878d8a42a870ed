func move(stock: inout Stock, source: Int, target: Int) -> Shelf {
  let amount = stock[source]
  stock[target] = amount
  stock[source] = 0
  let first = stock.shelves[0]
  first.used = amount
  return stock.shelves[1]
}
