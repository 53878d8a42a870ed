def tally(stock, line)
  stock.count -= line.count
  stock.by_name[line.name] += 1
  total = 0
  total += line.price * 2 % 7
  total *= 3
  flags = line.flags & 4 | 1
  flags <<= 2
  total
end
