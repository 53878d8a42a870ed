fun price(item: Item, rate: Int): Int {
  val net = item.amount * item.count
  val tax = net * rate / 100
  val rest = net % 7
  return net + tax - rest
}

fun mask(flags: Int): Int {
  val low = flags and 15
  val high = flags shr 4
  return low or (high xor 1)
}
