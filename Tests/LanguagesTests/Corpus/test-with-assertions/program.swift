import Testing

@testable import Orders

@Test func addsTheLines() {
  let order = build([1, 2])
  #expect(total(order) == 3)
  #expect(order.paid != nil)
  #expect(order.name == nil)
  #expect(order.tags.contains("x"))
  #expect(total(order) > 2)
  #expect(total(order) != 4)
  #expect(!order.open)
}

@Test func refusesAnEmptyOrder() async {
  #expect(throws: Empty.self) { try charge([]) }
}
