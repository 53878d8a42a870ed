def move(stock, source, target)
  amount = stock[source]
  stock[target] = amount
  stock[source] = 0
  first = stock.shelves[0]
  first.used = amount
  stock.shelves[1]
end
