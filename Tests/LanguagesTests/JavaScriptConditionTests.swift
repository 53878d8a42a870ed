import Testing

/// What is asked.
@Suite struct JavaScriptConditionTests {
  @Test func andAndOrHaveAllTheirOperandsAtOnce() throws {
    let tree = try javaScript(
      """
      return a && b && (c && d) || e;
      """,
      parameters: "a, b, c, d, e"
    )
    #expect(
      tree == """
        return
          value: condition or
            operand: condition and
              operand: read parameter a
              operand: read parameter b
              operand: read parameter c
              operand: read parameter d
            operand: read parameter e

        """
    )
  }

  @Test func comparisonsHaveNeutralNames() throws {
    let tree = try javaScript(
      """
      use(a == b, a === b, a != b, a !== b, a <= b, a > b, a in b, a instanceof B);
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: condition ==
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition ==
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition !=
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition !=
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition <=
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition >
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition in
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition is type
              operand: read parameter a
              operand: read B

        """
    )
  }

  @Test func comparingWithNothingHasOneOperand() throws {
    let tree = try javaScript(
      """
      use(a == null, a === undefined, null !== a, a != null, a === void 0, typeof a === "undefined", typeof a != 'undefined');
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: condition is null
              operand: read parameter a
          argument: argument
            value: condition is null
              operand: read parameter a
          argument: argument
            value: condition is not null
              operand: read parameter a
          argument: argument
            value: condition is not null
              operand: read parameter a
          argument: argument
            value: condition is null
              operand: read parameter a
          argument: argument
            value: condition is null
              operand: read parameter a
          argument: argument
            value: condition is not null
              operand: read parameter a

        """
    )
  }

  @Test func askingForATypeIsACondition() throws {
    let tree = try javaScript(
      """
      use(typeof a === "string", "number" != typeof a);
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: condition is type
              operand: read parameter a
              operand: literal string "string"
          argument: argument
            value: condition not
              operand: condition is type
                operand: read parameter a
                operand: literal string "number"

        """
    )
  }

  @Test func twoNotsAskForTheTruth() throws {
    let tree = try javaScript(
      """
      use(!a, !!a, !(a === b), !(a in b));
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        call use [discarded]
          argument: argument
            value: condition not
              operand: read parameter a
          argument: argument
            value: read parameter a
          argument: argument
            value: condition not
              operand: condition ==
                operand: read parameter a
                operand: read parameter b
          argument: argument
            value: condition not in
              operand: read parameter a
              operand: read parameter b

        """
    )
  }

  @Test func insteadOfNothingIsAnOperation() throws {
    let tree = try javaScript(
      """
      return a ?? b ?? load();
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        return
          value: operation ??
            operand: operation ??
              operand: read parameter a
              operand: read parameter b
            operand: call load [returned]

        """
    )
  }

  @Test func arithmeticIsNamedByItsOperator() throws {
    let tree = try javaScript(
      """
      return -a + b * 2 ** c % 3 >>> 1 | ~d;
      """,
      parameters: "a, b, c, d"
    )
    #expect(
      tree == """
        return
          value: operation |
            operand: operation >>>
              operand: operation +
                operand: operation -
                  operand: read parameter a
                operand: operation %
                  operand: operation *
                    operand: read parameter b
                    operand: operation **
                      operand: literal integer "2"
                      operand: read parameter c
                  operand: literal integer "3"
              operand: literal integer "1"
            operand: operation ~
              operand: read parameter d

        """
    )
  }

  @Test func wordsAreOperators() throws {
    let tree = try javaScript(
      """
      delete cache.key;
      const kind = typeof cache;
      return (a, b);
      """
    )
    #expect(
      tree == """
        operation delete
          operand: read cache.key
        assign [declares, constant]
          target: read local kind
          value: operation typeof
            operand: read cache
        return
          value: operation ,
            operand: read a
            operand: read b

        """
    )
  }
}
