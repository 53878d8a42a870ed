import Testing

/// Text that does not parse stays visible.
@Suite struct JavaScriptBrokenTests {
  @Test func whatIsMissingIsSaidWhereItIsMissing() throws {
    let found = try javaScript(
      """
      pay(order;
      const a = ;
      done();
      """,
      parameters: "order"
    )
    #expect(
      found == """
        call pay [discarded]
          argument: argument
            value: read parameter order
          unknown [broken]
        unknown [broken]
          unknown [broken]
        call done [discarded]

        """
    )
  }

  @Test func whatDoesNotParseIsUnknownWithWhatCanBeRead() throws {
    let found = try javaScript(
      """
      const a = load( } );
      if (a ==) { pay(a) }
      done();
      """
    )
    #expect(
      found == """
        assign [declares, constant]
          target: read local a
          value: call load
            unknown [broken]
        branch
          condition: condition ==
            operand: read local a
            operand: unknown [broken]
            unknown [broken]
          arm: block
            call pay [discarded]
              argument: argument
                value: read local a
        call done [discarded]

        """
    )
  }
}
