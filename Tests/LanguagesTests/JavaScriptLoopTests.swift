import Testing

/// What is repeated.
@Suite struct JavaScriptLoopTests {
  @Test func aLoopOverThings() throws {
    let tree = try javaScript(
      """
      for (const [name, { a }] of rows.entries()) use(name);
      for (const key in rows) { use(key) }
      for (row.x of rows) {}
      """,
      parameters: "rows, row"
    )
    #expect(
      tree == """
        loop forEach
          iterable: call rows.entries
          target: read local name [destructured]
          target: read local a [destructured]
          body: block
            call use [discarded]
              argument: argument
                value: read local name
        loop forEach
          iterable: read parameter rows
          target: read local key
          body: block
            call use [discarded]
              argument: argument
                value: read local key
        loop forEach
          iterable: read parameter rows
          target: read parameter row.x
          body: block

        """
    )
  }

  @Test func aLoopThatCounts() throws {
    let tree = try javaScript(
      """
      for (let i = 0, n = rows.length; i < n; i++) use(rows[i]);
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        loop counted
          value: assign [declares]
            target: read local i
            value: literal integer "0"
          value: assign [declares]
            target: read local n
            value: read parameter rows.length
          condition: condition <
            operand: read local i
            operand: read local n
          operand: assign +=
            target: read local i
            value: literal integer "1"
          body: block
            call use [discarded]
              argument: argument
                value: read element rows
                  index: read local i

        """
    )
  }

  @Test func aLoopUnderACondition() throws {
    let tree = try javaScript(
      """
      while (queue.length) queue.pop();
      do { queue.pop() } while (queue.length);
      for (; queue.length; ) { queue.pop() }
      """,
      parameters: "queue"
    )
    #expect(
      tree == """
        loop while
          condition: read parameter queue.length
          body: block
            call queue.pop [discarded]
        loop while
          body: block
            call queue.pop [discarded]
          condition: read parameter queue.length
        loop while
          condition: read parameter queue.length
          body: block
            call queue.pop [discarded]

        """
    )
  }

  @Test func aLoopWithoutEnd() throws {
    let tree = try javaScript(
      """
      while (true) { if (step()) break; }
      for (;;) step();
      do step(); while (1);
      outer: for (;;) { continue outer; }
      """
    )
    #expect(
      tree == """
        loop endless
          body: block
            branch [guard]
              condition: call step
              arm: block
                jump break
        loop endless
          body: block
            call step [discarded]
        loop endless
          body: block
            call step [discarded]
        loop endless
          body: block
            jump continue outer

        """
    )
  }

  @Test func anAsynchronousLoop() throws {
    let tree = try javaScript(
      """
      for await (const row of rows) use(row);
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        loop forEach [async]
          iterable: read parameter rows
          target: read local row
          body: block
            call use [discarded]
              argument: argument
                value: read local row

        """
    )
  }
}
