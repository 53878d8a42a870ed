import Testing

/// Ways that part.
@Suite struct JavaScriptBranchTests {
  @Test func eachElseIfIsABranchInWhatRunsOtherwise() throws {
    let tree = try javaScript(
      """
      if (a) one();
      else if (b) { two() }
      else { three() }
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        branch
          condition: read parameter a
          arm: block
            call one [discarded]
          otherwise: block
            branch
              condition: read parameter b
              arm: block
                call two [discarded]
              otherwise: block
                call three [discarded]

        """
    )
  }

  @Test func anArmThatLeavesMakesAGuard() throws {
    let tree = try javaScript(
      """
      if (!order) return null;
      if (order.paid) {
        log(order);
        throw order;
      } else {
        pay(order);
      }
      for (const line of order) {
        if (line) continue;
        use(line);
      }
      """,
      parameters: "order"
    )
    #expect(
      tree == """
        branch [guard]
          condition: condition not
            operand: read parameter order
          arm: block
            return
              value: literal null
        branch [guard]
          condition: read parameter order.paid
          arm: block
            call log [discarded]
              argument: argument
                value: read parameter order
            raise
              value: read parameter order
          otherwise: block
            call pay [discarded]
              argument: argument
                value: read parameter order
        loop forEach
          iterable: read parameter order
          target: read local line
          body: block
            branch [guard]
              condition: read local line
              arm: block
                jump continue
            call use [discarded]
              argument: argument
                value: read local line

        """
    )
  }

  @Test func whereEveryArmLeavesNoneIsAGuard() throws {
    let tree = try javaScript(
      """
      if (a) { return 1 } else if (b) { return 2 } else { return 3 }
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        branch
          condition: read parameter a
          arm: block
            return
              value: literal integer "1"
          otherwise: block
            branch
              condition: read parameter b
              arm: block
                return
                  value: literal integer "2"
              otherwise: block
                return
                  value: literal integer "3"

        """
    )
  }

  @Test func casesThatShareStatementsAreOneArm() throws {
    let tree = try javaScript(
      """
      switch (code) {
        case 1:
        case 2: {
          one();
          break;
        }
        case 3:
          return two();
        // Nothing to do.
        case other():
          break;
        default:
          three();
      }
      """,
      parameters: "code"
    )
    #expect(
      tree == """
        branch [guard, match]
          condition: read parameter code
          arm: block
            pattern: literal integer "1"
            pattern: literal integer "2"
            call one [discarded]
          arm: block
            pattern: literal integer "3"
            return
              value: call two [returned]
          arm: block
            pattern: call other
          otherwise: block
            call three [discarded]

        """
    )
  }

  @Test func aSwitchWithoutDefaultGoesOn() throws {
    let tree = try javaScript(
      """
      switch (code) {
        case 1:
          throw code;
      }
      """,
      parameters: "code"
    )
    #expect(
      tree == """
        branch [guard, match]
          condition: read parameter code
          arm: block
            pattern: literal integer "1"
            raise
              value: read parameter code

        """
    )
  }

  @Test func anEmptyArmKeepsTheCommentInIt() throws {
    let tree = try javaScript(
      """
      if (a) {
        // Guests pay nothing.
      } else {}
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        branch
          condition: read parameter a
          arm: block [commented]
          otherwise: block

        """
    )
  }

  @Test func aValueByConditionIsABranch() throws {
    let tree = try javaScript(
      """
      return a ? one() : two;
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        return
          value: branch [expression]
            condition: read parameter a
            arm: call one [returned]
            otherwise: read two

        """
    )
  }

  @Test func whatDecidesAsAStatementIsABranch() throws {
    let tree = try javaScript(
      """
      a && b && one();
      a || (await one());
      a ? one() : b && two();
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        branch
          condition: condition and
            operand: read parameter a
            operand: read parameter b
          arm: block
            call one [discarded]
        branch
          condition: condition not
            operand: read parameter a
          arm: block
            await
              value: call one [awaited, discarded]
        branch
          condition: read parameter a
          arm: block
            call one [discarded]
          otherwise: block
            branch
              condition: read parameter b
              arm: block
                call two [discarded]

        """
    )
  }
}
