func tally(stock: inout Stock, line: Line) -> Int {
  stock.count -= line.count
  stock.byName[line.name] += 1
  var total = 0
  total += line.price * 2 % 7
  total *= 3
  var flags = line.flags & 4 | 1
  flags <<= 2
  return total
}
