fun total(value: Any, known: MutableSet<Any>): Int {
  if (value is Order) {
    return value.total
  }
  if (value !is Line || value.id in known) {
    return 0
  }
  if (value.kind !in known) {
    known.add(value.kind)
  }
  return value.price
}
