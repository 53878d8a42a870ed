def price(item, rate)
  net = item.amount * item.count
  tax = net * rate / 100
  rest = net % 7
  net + tax - rest
end

def mask(flags)
  low = flags & 15
  high = flags >> 4
  low | (high ^ 1)
end
