import Testing

@Suite struct PythonWithTests {
  @Test func eachItemHoldsForWhatStandsBelow() throws {
    let tree = try python(
      """
      with open(path) as file, lock:
        file.write(text)
      """,
      parameters: "path, text"
    )
    #expect(
      tree == """
        parameter: read parameter path
        parameter: read parameter text
        scoped resource
          resource: call open = open by import
            argument: argument
              value: read parameter path
          target: read local file
          body: block
            scoped resource
              resource: read lock
              body: block
                call file.write = open().write by constructor [discarded]
                  argument: argument
                    value: read parameter text

        """
    )
  }

  @Test func aNameIsKnownByTheCallThatMadeIt() throws {
    let tree = try python(
      """
      async with aiohttp.ClientSession() as session:
        await session.get(url)
      """,
      parameters: "url",
      imports: "import aiohttp"
    )
    #expect(
      tree == """
        parameter: read parameter url
        scoped resource [async]
          resource: call aiohttp.ClientSession = aiohttp.ClientSession by import [constructs]
          target: read local session
          body: block
            await
              value: call session.get = aiohttp.ClientSession.get by constructor [awaited, discarded]
                argument: argument
                  value: read parameter url

        """
    )
  }

  @Test func suppressIsAnAttemptWhoseHandlerDoesNothing() throws {
    let tree = try python(
      """
      with contextlib.suppress(OSError, KeyError):
        # the file may be gone already
        os.remove(path)
      """,
      parameters: "path",
      imports: """
        import contextlib
        import os
        """
    )
    #expect(
      tree == """
        parameter: read parameter path
        attempt [by call]
          body: block
            call os.remove = os.remove by import [discarded]
              argument: argument
                value: read parameter path
          handler: handler [commented]
            type: read OSError = OSError
            type: read KeyError = KeyError
            body: block

        """
    )
  }

  @Test func itemsMayStandInParentheses() throws {
    let tree = try python(
      """
      with (open(a) as x, open(b) as (y, z)):
        use(x)
      """,
      parameters: "a, b"
    )
    #expect(
      tree == """
        parameter: read parameter a
        parameter: read parameter b
        scoped resource
          resource: call open = open by import
            argument: argument
              value: read parameter a
          target: read local x
          body: block
            scoped resource
              resource: call open = open by import
                argument: argument
                  value: read parameter b
              target: read local y [destructured]
              target: read local z [destructured]
              body: block
                call use [discarded]
                  argument: argument
                    value: read local x

        """
    )
  }
}
