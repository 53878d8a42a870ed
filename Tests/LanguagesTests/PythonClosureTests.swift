import Testing

@Suite struct PythonClosureTests {
  @Test func aFunctionInAFunctionIsWrittenWhereItStands() throws {
    let tree = try python(
      """
      total = 0
      @retry(times=3)
      @traced
      async def send(order: Order, *rest, key=None):
        await post(order, total)
        return send
      send(1)
      """,
      imports: "from orders import Order"
    )
    #expect(
      tree == """
        assign [declares]
          target: read local total
          value: literal integer "0"
        closure send [async]
          decorator: call retry
            argument: argument times
              value: literal integer "3"
          decorator: call traced
          parameter: read parameter order = orders.Order
          parameter: read parameter rest [spread]
          parameter: read parameter key
            default: literal null
          body: block
            await
              value: call post [awaited, discarded]
                argument: argument
                  value: read parameter order
                argument: argument
                  value: read captured total
            return
              value: read captured send
        call send [discarded]
          argument: argument
            value: literal integer "1"

        """
    )
  }

  @Test func aFunctionThatYieldsIsAGenerator() throws {
    let tree = try python(
      """
      def rows():
        yield 1
        yield from more()
      use(rows)
      """
    )
    #expect(
      tree == """
        closure rows [generator]
          body: block
            yield
              value: literal integer "1"
            yield [spread]
              value: call more
        call use [discarded]
          argument: argument
            value: read local rows

        """
    )
  }

  @Test func methodsOfALocalTypeAreClosures() throws {
    let tree = try python(
      """
      class Handler(make()):
        limit = 3
        def run(self):
          self.limit = 4
      Handler().run()
      """
    )
    #expect(
      tree == """
        call make
        assign [declares]
          target: read local limit
          value: literal integer "3"
        closure run
          body: block
            assign
              target: read field self.limit
              value: literal integer "4"
        call .run [discarded]
          receiver: call Handler [constructs]

        """
    )
  }

  @Test func theErrorInHandIsForgottenInAClosure() throws {
    let tree = try python(
      """
      try:
        work()
      except ValueError as error:
        def later():
          raise error
        raise error
      """
    )
    #expect(
      tree == """
        attempt
          body: block
            call work [discarded]
          handler: handler error
            type: read ValueError = ValueError
            body: block
              closure later
                body: block
                  raise
                    value: read captured error
              propagate
                value: read local error

        """
    )
  }
}
