import Testing

@Suite struct PythonConditionTests {
  @Test func andAndOrHaveAllTheirOperandsAtOnce() throws {
    let tree = try python(
      """
      x = a and b and (c and d) or e
      """,
      parameters: "a, b, c, d, e"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        parameter: read parameter c
        parameter: read parameter d
        parameter: read parameter e
        assign [declares]
          target: read local x
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
    let tree = try python(
      """
      use(a == b, a != b, a <= b, a is b, a is not b, a in b, a not in b)
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        call use [discarded]
          argument: argument
            value: condition ==
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
            value: condition ==
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition !=
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition in
              operand: read parameter a
              operand: read parameter b
          argument: argument
            value: condition not in
              operand: read parameter a
              operand: read parameter b

        """
    )
  }

  @Test func aChainedComparisonIsBothAtOnce() throws {
    let tree = try python(
      """
      use(0 < a <= b)
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        call use [discarded]
          argument: argument
            value: condition and
              operand: condition <
                operand: literal integer "0"
                operand: read parameter a
              operand: condition <=
                operand: read parameter a
                operand: read parameter b

        """
    )
  }

  @Test func comparingWithNothingHasOneOperand() throws {
    let tree = try python(
      """
      use(a is None, a == None, None is not a, a != None)
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        parameter: read parameter a
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

        """
    )
  }

  @Test func askingForATypeIsACondition() throws {
    let tree = try python(
      """
      use(isinstance(a, str), type(a) is str, type(a) == b.C)
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        call use [discarded]
          argument: argument
            value: condition is type
              operand: read parameter a
              operand: read str = str
          argument: argument
            value: condition is type
              operand: read parameter a
              operand: read str = str
          argument: argument
            value: condition is type
              operand: read parameter a
              operand: read parameter b.C

        """
    )
  }

  @Test func notIsKept() throws {
    let tree = try python(
      """
      use(not a, not a == b)
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        call use [discarded]
          argument: argument
            value: condition not
              operand: read parameter a
          argument: argument
            value: condition not
              operand: condition ==
                operand: read parameter a
                operand: read parameter b

        """
    )
  }

  @Test func aValueByConditionIsABranch() throws {
    let tree = try python(
      """
      x = a if b else c
      """,
      parameters: "a, b, c"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        parameter: read parameter c
        assign [declares]
          target: read local x
          value: branch [expression]
            condition: read parameter b
            arm: read parameter a
            otherwise: read parameter c

        """
    )
  }

  @Test func arithmeticIsNamedByItsOperator() throws {
    let tree = try python(
      """
      x = -a + b * 2 ** c @ d // 3 << 1
      """,
      parameters: "a, b, c, d"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        parameter: read parameter c
        parameter: read parameter d
        assign [declares]
          target: read local x
          value: operation <<
            operand: operation +
              operand: operation -
                operand: read parameter a
              operand: operation //
                operand: operation @
                  operand: operation *
                    operand: read parameter b
                    operand: operation **
                      operand: literal integer "2"
                      operand: read parameter c
                  operand: read parameter d
                operand: literal integer "3"
            operand: literal integer "1"

        """
    )
  }
}
