import Testing

/// Functions in the middle of others, and parameters.
@Suite struct JavaScriptClosureTests {
  @Test func parametersAreReadsWithTheirDefaults() throws {
    let found = try javaScriptUnit(
      "f",
      in: """
        import type { Order, Client as Http } from "./order";
        function f(this: Window, a, b = load(), { c, d: { e = 2 }, ...rest }, [g], order?: Order, http: Http | null = null,
          list: Order[], ...more: number[]) {}
        """
    )
    #expect(
      found == """
        function f(a, b, { c, d: { e = 2 }, ...rest }, [g], order, http, list, more...)
          block
            parameter: read parameter a
            parameter: read parameter b
              default: call load
            parameter: read parameter c [destructured]
            parameter: read parameter e [destructured]
              default: literal integer "2"
            parameter: read parameter rest [spread, destructured]
            parameter: read parameter g [destructured]
            parameter: read parameter order = ./order.Order
            parameter: read parameter http = ./order.Client
              default: literal null
            parameter: read parameter list
            parameter: read parameter more [spread]

        """
    )
  }

  @Test func aFunctionInAFunctionIsWrittenWhereItStands() throws {
    let found = try javaScript(
      """
      let total = 0;
      use(send);
      async function send(order, key = null) {
        total += order.total;
        await post(order, key);
        return send;
      }
      const later = function* again(n) { yield n; yield* again(total) };
      const short = a => a;
      """
    )
    #expect(
      found == """
        assign [declares]
          target: read local total
          value: literal integer "0"
        call use [discarded]
          argument: argument
            value: read local send
        closure send [async]
          parameter: read parameter order
          parameter: read parameter key
            default: literal null
          body: block
            assign +=
              target: read captured total
              value: read parameter order.total
            await
              value: call post [awaited, discarded]
                argument: argument
                  value: read parameter order
                argument: argument
                  value: read parameter key
            return
              value: read captured send
        assign [declares, constant]
          target: read local later
          value: closure again [generator]
            parameter: read parameter n
            body: block
              yield
                value: read parameter n
              yield [spread]
                value: call again
                  argument: argument
                    value: read captured total
        assign [declares, constant]
          target: read local short
          value: closure
            parameter: read parameter a
            body: block
              return
                value: read parameter a

        """
    )
  }

  @Test func namesLiveInTheirBlock() throws {
    let found = try javaScript(
      """
      client.get();
      { const client = local(); client.get(); }
      client.get();
      if (a) { const fetch = mine; fetch(); }
      fetch();
      rows.map((client) => client.get());
      """,
      before: """
        import { client } from "client";
        """,
      parameters: "a, rows"
    )
    #expect(
      found == """
        call client.get = client.client.get by import [discarded]
        assign [declares, constant]
          target: read local client
          value: call local
        call client.get [discarded]
        call client.get = client.client.get by import [discarded]
        branch
          condition: read parameter a
          arm: block
            assign [declares, constant]
              target: read local fetch
              value: read mine
            call fetch [discarded]
        call fetch = fetch by import [discarded]
        call rows.map [discarded]
          argument: argument
            value: closure
              parameter: read parameter client
              body: block
                return
                  value: call client.get [returned]

        """
    )
  }

  @Test func whatIsUsedIsHeldToTheEndOfItsBlock() throws {
    let found = try javaScript(
      """
      before();
      using a = open("a"), b = open("b");
      if (a) { await using c = b.lock(); c.wait() }
      return a.read();
      """,
      path: "src/file.js"
    )
    #expect(
      found == """
        call before [discarded]
        scoped resource
          resource: call open
            argument: argument
              value: literal string "a"
          target: read local a
          body: block
            scoped resource
              resource: call open
                argument: argument
                  value: literal string "b"
              target: read local b
              body: block
                branch
                  condition: read local a
                  arm: block
                    scoped resource [async]
                      resource: call b.lock
                      target: read local c
                      body: block
                        call c.wait [discarded]
                return
                  value: call a.read [returned]

        """
    )
  }

  @Test func methodsOfALocalTypeAreClosures() throws {
    let found = try javaScript(
      """
      class Handler extends Base {
        limit = load();
        static { init() }
        async run() { this.limit = 4 }
      }
      return class extends Handler { stop() {} n = 1 };
      """
    )
    #expect(
      found == """
        assign [declares]
          target: read field this.limit
          value: call load
        call init [discarded]
        closure run [async]
          body: block
            assign
              target: read field this.limit
              value: literal integer "4"
        return
          value: collection keyed
            element: argument stop
              value: closure stop
                body: block
            element: argument n
              value: literal integer "1"

        """
    )
  }
}
