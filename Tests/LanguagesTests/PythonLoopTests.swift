import Testing

@Suite struct PythonLoopTests {
  @Test func aLoopOverThings() throws {
    let tree = try python(
      """
      for name, (a, b) in rows.items():
        use(name)
      else:
        done()
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        loop forEach
          iterable: call rows.items
          target: read local name [destructured]
          target: read local a [destructured]
          target: read local b [destructured]
          body: block
            call use [discarded]
              argument: argument
                value: read local name
          otherwise: block
            call done [discarded]

        """
    )
  }

  @Test func aLoopOverARangeCounts() throws {
    let tree = try python(
      """
      for i in range(3):
        use(i)
      """
    )
    #expect(
      tree == """
        loop counted
          iterable: call range = range by import
            argument: argument
              value: literal integer "3"
          target: read local i
          body: block
            call use [discarded]
              argument: argument
                value: read local i

        """
    )
  }

  @Test func aLoopUnderACondition() throws {
    let tree = try python(
      """
      while queue and not stopped:
        queue.pop()
      else:
        done()
      """,
      parameters: "queue, stopped"
    )
    #expect(
      tree == """
        parameter: read parameter queue
        parameter: read parameter stopped
        loop while
          condition: condition and
            operand: read parameter queue
            operand: condition not
              operand: read parameter stopped
          body: block
            call queue.pop [discarded]
          otherwise: block
            call done [discarded]

        """
    )
  }

  @Test func aLoopWithoutEnd() throws {
    let tree = try python(
      """
      while True:
        if step():
          break
      while 1:
        step()
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

        """
    )
  }

  @Test func anAsynchronousLoop() throws {
    let tree = try python(
      """
      async for row in rows:
        use(row)
      x = [row async for row in rows]
      """,
      parameters: "rows"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        loop forEach [async]
          iterable: read parameter rows
          target: read local row
          body: block
            call use [discarded]
              argument: argument
                value: read local row
        assign [declares]
          target: read local x
          value: loop comprehension [async]
            iterable: read parameter rows
            target: read local row
            value: read local row

        """
    )
  }

  @Test func aComprehensionIsALoop() throws {
    let tree = try python(
      """
      x = [f(a) for a in rows if a if not b]
      y = {k: v for k, v in rows}
      z = {c for a in rows for c in a if c}
      """,
      parameters: "rows, b"
    )
    #expect(
      tree == """
        parameter: read parameter rows
        parameter: read parameter b
        assign [declares]
          target: read local x
          value: loop comprehension
            iterable: read parameter rows
            target: read local a
            condition: read local a
            condition: condition not
              operand: read parameter b
            value: call f
              argument: argument
                value: read local a
        assign [declares]
          target: read local y
          value: loop comprehension
            iterable: read parameter rows
            target: read local k [destructured]
            target: read local v [destructured]
            index: read local k
            value: read local v
        assign [declares]
          target: read local z
          value: loop comprehension
            iterable: read parameter rows
            target: read local a
            value: loop comprehension
              iterable: read local a
              target: read local c
              condition: read local c
              value: read local c

        """
    )
  }
}
