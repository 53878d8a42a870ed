func price(item: Item, rate: Int) -> Int {
  let net = item.amount * item.count
  let tax = net * rate / 100
  let rest = net % 7
  return net + tax - rest
}

func mask(flags: Int) -> Int {
  let low = flags & 15
  let high = flags >> 4
  return low | (high ^ 1)
}
