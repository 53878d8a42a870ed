import Testing

@Suite struct PythonAssignmentTests {
  @Test func theFirstValueOfANameDeclaresIt() throws {
    let tree = try python(
      """
      count = 0
      count = 1
      count += 2
      self.count = count
      rows[0] = count
      """
    )
    #expect(
      tree == """
        assign [declares]
          target: read local count
          value: literal integer "0"
        assign
          target: read local count
          value: literal integer "1"
        assign +=
          target: read local count
          value: literal integer "2"
        assign
          target: read self.count
          value: read local count
        assign
          target: read element rows
            index: literal integer "0"
          value: read local count

        """
    )
  }

  @Test func aValueTakenApartHasATargetForEachPart() throws {
    let tree = try python(
      """
      a, (b, *c) = load()
      [d, self.e] = pair
      first = second = load()
      """
    )
    #expect(
      tree == """
        assign [declares]
          target: read local a [destructured]
          target: read local b [destructured]
          target: read local c [spread, destructured]
          value: call load
        assign [declares]
          target: read local d [destructured]
          target: read self.e [destructured]
          value: read pair
        assign [declares]
          target: read local first
          target: read local second
          value: call load

        """
    )
  }

  @Test func aDeclarationAloneWritesNothing() throws {
    let tree = try python(
      """
      name: str
      name = load()
      total: int = 0
      """
    )
    #expect(
      tree == """
        assign
          target: read local name
          value: call load
        assign [declares]
          target: read local total
          value: literal integer "0"

        """
    )
  }

  @Test func aValueNamedInAnExpressionIsAnAssignment() throws {
    let tree = try python(
      """
      if (n := len(rows)) > 3:
        use(n)
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        branch
          condition: condition >
            operand: assign [declares]
              target: read local n
              value: call len = len by import
                argument: argument
                  value: read parameter rows
            operand: literal integer "3"
          arm: block
            call use [discarded]
              argument: argument
                value: read local n

        """
    )
  }

  @Test func compoundAssignmentsKeepTheirOperator() throws {
    let tree = try python(
      """
      a -= 1
      a //= 2
      a |= flags
      self.items[key] **= 2
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        parameter: read parameter a
        assign -=
          target: read parameter a
          value: literal integer "1"
        assign //=
          target: read parameter a
          value: literal integer "2"
        assign |=
          target: read parameter a
          value: read flags
        assign **=
          target: read element self.items
            index: read key
          value: literal integer "2"

        """
    )
  }

  @Test func deletingIsAnOperation() throws {
    let tree = try python(
      """
      del rows[0], self.cache
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        operation delete
          operand: read element rows
            index: literal integer "0"
          operand: read self.cache

        """
    )
  }
}
