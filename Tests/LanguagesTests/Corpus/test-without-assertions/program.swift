import Testing

@Test func shipsAnOrder() {
  let order = build(3)
  ship(order)
  order.close()
}

@Test func countsLines() throws {
  let order = try build(2)
  for line in order.lines {
    visit(line)
  }
}
