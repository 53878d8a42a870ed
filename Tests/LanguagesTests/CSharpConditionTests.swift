import Behaviour
import Testing

@Suite struct CSharpConditionTests {
  /// The condition of an `if`, as it prints.
  private func condition(_ text: String) throws -> String {
    let lines = try csharp("if (\(text)) { }").split(separator: "\n").dropFirst().dropLast()
    return lines.map {
      $0.dropFirst(2).replacing("condition: ", with: "", maxReplacements: $0.hasPrefix("  condition: ") ? 1 : 0) + "\n"
    }
    .joined()
  }

  @Test func aPatternEndsWhereTheConditionGoesOn() throws {
    // The grammar reads `x is (null && y)`.
    let both = "condition and\n  operand: condition is null\n    operand: read x\n  operand: read y\n"
    #expect(try condition("x is null && y") == both)
    #expect(
      try condition("x is not null && y && z is Order || w") == """
        condition or
          operand: condition and
            operand: condition is not null
              operand: read x
            operand: read y
            operand: condition is type
              operand: read z
              operand: read Order = Order
          operand: read w

        """
    )
    #expect(
      try condition("x is 3 or 4 && y") == """
        condition and
          operand: condition or
            operand: condition ==
              operand: read x
              operand: literal integer "3"
            operand: condition ==
              operand: read x
              operand: literal integer "4"
          operand: read y

        """
    )
  }

  @Test func patternsAskForTypesValuesAndParts() throws {
    #expect(
      try condition("order is Paid { Total: > 3, Name.Length: 0 } paid") == """
        condition and
          operand: condition is type
            operand: read order
            operand: read Paid = Paid
            target: read local paid
          operand: condition >
            operand: read order.Total
            operand: literal integer "3"
          operand: condition ==
            operand: read order.Name.Length
            operand: literal integer "0"

        """
    )
    #expect(
      try condition("Find() is { } found")
        == "condition is not null\n  operand: call Find\n  target: read local found\n"
    )
    #expect(try condition("x is int") == "condition is type\n  operand: read x\n  operand: read int = System.Int32\n")
    #expect(try condition("x is Color.Red") == "condition ==\n  operand: read x\n  operand: read Color.Red\n")
    #expect(
      try condition("Next() is > 1 and < 3") == """
        condition and
          operand: condition >
            operand: call Next
            operand: literal integer "1"
          operand: condition <
            operand: read
            operand: literal integer "3"

        """
    )
  }

  @Test func membershipAndAbsence() throws {
    #expect(try condition("map.ContainsKey(k)") == "condition in\n  operand: read k\n  operand: read map\n")
    #expect(try condition("!map.ContainsKey(k)") == "condition not in\n  operand: read k\n  operand: read map\n")
    #expect(try condition("null != x") == "condition is not null\n  operand: read x\n")
  }

  @Test func productsAmongArgumentsAreProducts() throws {
    // The grammar reads a declaration of a pointer.
    #expect(
      try csharp("Pay(price * count);") == """
        call Pay [discarded]
          argument: argument
            value: operation *
              operand: read price
              operand: read count

        """
    )
  }
}
