import Testing

@Suite struct PythonBranchTests {
  @Test func eachElifIsABranchInWhatRunsOtherwise() throws {
    let tree = try python(
      """
      if a:
        one()
      elif b:
        two()
      else:
        three()
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
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
    let tree = try python(
      """
      if not order:
        return None
      if order.paid:
        raise ValueError
      for line in order:
        if line:
          continue
        use(line)
      """,
      parameters: "order"
    )
    #expect(
      tree == """
        parameter: read parameter order
        branch [guard]
          condition: condition not
            operand: read parameter order
          arm: block
            return
              value: literal null
        branch [guard]
          condition: read parameter order.paid
          arm: block
            raise
              value: read ValueError = ValueError
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

  @Test func anArmThatLeavesFromWithinALockMakesAGuard() throws {
    let tree = try python(
      """
      if a:
        with lock:
          return 1
      if b:
        with suppress(KeyError):
          return 2
      use(a)
      """,
      parameters: "a, b",
      imports: "from contextlib import suppress"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        branch [guard]
          condition: read parameter a
          arm: block
            scoped resource
              resource: read lock
              body: block
                return
                  value: literal integer "1"
        branch
          condition: read parameter b
          arm: block
            attempt [by call]
              body: block
                return
                  value: literal integer "2"
              handler: handler
                type: read KeyError = KeyError
                body: block
        call use [discarded]
          argument: argument
            value: read parameter a

        """
    )
  }

  @Test func whereEveryArmLeavesNoneIsAGuard() throws {
    let tree = try python(
      """
      if a:
        return 1
      elif b:
        return 2
      else:
        return 3
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
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

  @Test func anElifThatGoesOnLeavesTheFirstAGuard() throws {
    let tree = try python(
      """
      if a:
        return 1
      elif b:
        two()
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        branch [guard]
          condition: read parameter a
          arm: block
            return
              value: literal integer "1"
          otherwise: block
            branch
              condition: read parameter b
              arm: block
                call two [discarded]

        """
    )
  }

  @Test func anEmptyArmKeepsTheCommentInIt() throws {
    let tree = try python(
      """
      if a:
        # nothing to do for guests
        pass
      else:
        pass  # noqa
      """,
      parameters: "a"
    )
    #expect(
      tree == """
        parameter: read parameter a
        branch
          condition: read parameter a
          arm: block [commented]
          otherwise: block

        """
    )
  }

  @Test func casesAreArmsWithTheirPatterns() throws {
    let tree = try python(
      """
      match command:
        case "stop" | "quit":
          return
        case -1:
          pass
        case Point(x=0, y=y) if y > 0:
          use(y)
        case [first, *rest]:
          use(first)
        case {"id": ident, **others}:
          use(ident)
        case Color.RED as color:
          use(color)
        case a, b:
          use(a)
        case _:
          fail()
      """,
      parameters: "command"
    )
    #expect(
      tree == """
        parameter: read parameter command
        branch [guard, match]
          condition: read parameter command
          arm: block
            pattern: literal string "stop"
            pattern: literal string "quit"
            return
          arm: block
            pattern: operation -
              operand: literal integer "1"
          arm: block
            pattern: condition is type
              operand: read Point
              operand: argument x
                value: literal integer "0"
              operand: argument y
                value: read local y
            condition: condition >
              operand: read local y
              operand: literal integer "0"
            call use [discarded]
              argument: argument
                value: read local y
          arm: block
            pattern: collection list
              element: read local first
              element: read local rest [spread]
            call use [discarded]
              argument: argument
                value: read local first
          arm: block
            pattern: collection keyed
              element: argument id
                value: read local ident
              element: read local others [spread]
            call use [discarded]
              argument: argument
                value: read local ident
          arm: block
            pattern: read Color.RED
            target: read local color
            call use [discarded]
              argument: argument
                value: read local color
          arm: block
            pattern: collection tuple
              element: read local a
              element: read local b
            call use [discarded]
              argument: argument
                value: read local a
          otherwise: block
            call fail [discarded]

        """
    )
  }

  @Test func aPlainNameTakesWhatIsLeft() throws {
    let tree = try python(
      """
      match command:
        case 1:
          one()
        case other:
          use(other)
      """,
      parameters: "command"
    )
    #expect(
      tree == """
        parameter: read parameter command
        branch [match]
          condition: read parameter command
          arm: block
            pattern: literal integer "1"
            call one [discarded]
          otherwise: block
            call use [discarded]
              argument: argument
                value: read local other

        """
    )
  }
}
