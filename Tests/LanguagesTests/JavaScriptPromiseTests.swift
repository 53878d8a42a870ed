import Testing

/// Failures that are dealt with by calls look like those that are dealt with by statements.
@Suite struct JavaScriptPromiseTests {
  @Test func catchIsAnAttempt() throws {
    let printed = try javaScript(
      """
      const answer = await fetch(url).catch((err) => {
        // Nobody minds.
      });
      """
    )
    #expect(
      printed == """
        assign [declares, constant]
          target: read local answer
          value: await
            value: attempt [awaited, by call]
              body: block
                call fetch = fetch by import
                  argument: argument
                    value: read url
              handler: handler err [everything, commented]
                body: block [commented]

        """
    )
  }

  @Test func thenWithTwoFunctionsIsAnAttempt() throws {
    let printed = try javaScript("load().then(show, console.error);")
    #expect(
      printed == """
        attempt [discarded, by call]
          body: block
            call .then
              receiver: call load
              argument: argument
                value: read show
          handler: handler error [everything]
            body: block
              return
                value: call console.error = console.error by import [returned]
                  argument: argument
                    value: read local error

        """
    )
  }

  @Test func chainsNest() throws {
    let printed = try javaScript("return load().then((x) => x.y).catch(() => null).finally(() => close());")
    #expect(
      printed == """
        return
          value: attempt [returned, by call]
            body: block
              attempt [by call]
                body: block
                  call .then
                    receiver: call load
                    argument: argument
                      value: closure
                        parameter: read parameter x
                        body: block
                          return
                            value: read parameter x.y
                handler: handler [everything]
                  body: block
                    return
                      value: literal null "null"
            finalizer: block
              call close

        """
    )
  }
}
