import Testing

/// What is done with the failure that a `Result` holds.
@Suite struct RustResultTests {
  /// The statements of a function with this body, as its tree prints.
  private func rust(_ body: String, returning type: String = "") throws -> String {
    let text = "use std::fs;\nfn f(p: &str)\(type.isEmpty ? "" : " -> " + type) {\n\(body)\n}\n"
    let lines = try Reading(text, path: "src/a.rs").tree("f").split(separator: "\n")
    let statements = lines.dropFirst().drop { $0.hasPrefix("    parameter:") }
    return statements.map { $0.dropFirst(4) + "\n" }.joined()
  }

  private let read = """
    call fs.read = std.fs.read by import
          argument: argument
            value: read parameter p
    """

  @Test func aQuestionMarkIsAMarkOfTheCall() throws {
    #expect(try rust("fs::read(p)?;").hasPrefix("call fs.read = std.fs.read by import [discarded, propagated]\n"))
    #expect(
      try rust("fs::read(p).unwrap();").hasPrefix(
        "call fs.read = std.fs.read by import [discarded, propagated, forced]\n"
      )
    )
    #expect(
      try rust("fs::read(p).context(\"reading\")?;").hasPrefix("call fs.read = std.fs.read by import [discarded,")
    )
  }

  @Test func aMatchIsAnAttempt() throws {
    #expect(
      try rust(
        "match fs::read(p) { Ok(text) => Some(text), Err(error) => { warn(error); None } }",
        returning: "Option<u8>"
      )
        == """
        attempt
          body: block
            return
              value: call fs.read = std.fs.read by import [returned]
                argument: argument
                  value: read parameter p
          handler: handler error [everything]
            body: block
              call warn [discarded]
                argument: argument
                  value: read local error
              return
                value: literal null

        """
    )
  }

  @Test func patternsOfErrorsAreTypes() throws {
    let tree = try rust("match g() { Ok(_) => {} Err(Error::A(e)) => h(e), Err(e) if e.late() => {}, Err(_) => i() }")
    #expect(
      tree == """
        attempt
          body: block
            call g [discarded]
          handler: handler e
            type: read Error.A
            body: block
              call h [discarded]
                argument: argument
                  value: read local e
          handler: handler e
            condition: call e.late
            body: block
          handler: handler [everything]
            body: block
              call i [discarded]

        """
    )
  }

  @Test func severalWaysToGoOnAreAMatchBehindIt() throws {
    let tree = try rust("match g() { Ok(Some(x)) => h(x), Ok(None) => {}, Err(_) => i() }")
    #expect(tree.contains("  otherwise: block\n    branch [match]\n"))
    #expect(tree.contains("  handler: handler [everything]\n"))
  }

  @Test func ifLetIsAnAttempt() throws {
    #expect(
      try rust("if let Err(e) = g() { h(e) }") == """
        attempt
          body: block
            call g [discarded]
          handler: handler e [everything]
            body: block
              call h [discarded]
                argument: argument
                  value: read local e

        """
    )
    #expect(
      try rust("let Ok(x) = g() else { return };") == """
        attempt
          body: block
            assign [declares]
              target: read local x
              value: call g
          handler: handler [everything]
            body: block
              return

        """
    )
    #expect(try rust("if g().is_err() { h() }").hasPrefix("attempt\n  body: block\n    call g [discarded]\n  handler:"))
  }

  @Test func aBlockThatIsAwaitedRightThereIsTheBody() throws {
    #expect(
      try rust("if let Err(e) = async { g().await?; Ok(()) }.await { h(e) }") == """
        attempt
          body: block
            await
              value: call g [awaited, discarded, propagated]
          handler: handler e [everything]
            body: block
              call h [discarded]
                argument: argument
                  value: read local e

        """
    )
  }

  @Test func callsThatDealWithAFailureAreAttempts() throws {
    #expect(try rust("fs::read(p).ok();").hasSuffix("  handler: handler [everything]\n    body: block\n"))
    #expect(
      try rust("fs::read(p).unwrap_or_else(|e| h(e))", returning: "u8").contains(
        "handler: handler e [everything]\n      body: block\n        return\n          value: call h [returned]"
      )
    )
    #expect(
      try rust("fs::read(p).map_err(Error::Io)?;").contains("raise\n        value: call Error.Io [constructs]")
    )
    #expect(try rust("g(fs::read(p).unwrap_or_default());").contains("value: collection keyed"))
    #expect(try rust("fs::read(p).inspect_err(|e| h(e))?;").contains("propagate"))
  }

  @Test func whatMayBeAbsentIsNoAttempt() throws {
    #expect(try rust("let x = map.get(p).unwrap_or(3);").contains("operation ??"))
    #expect(try rust("let x = text.parse().unwrap_or(3);").contains("operation ??"))
    #expect(
      try rust("let Some(x) = map.get(p) else { return };").contains(
        "condition: condition is null\n    operand: read local x"
      )
    )
  }

  @Test func failuresLeave() throws {
    #expect(try rust("Err(Error::Late)", returning: "Result<u8, Error>") == "raise\n  value: read Error.Late\n")
    #expect(try rust("bail!(\"no {p}\");").hasPrefix("raise\n  value: call bail [constructs]\n"))
    #expect(try rust("Ok(())", returning: "Result<(), E>") == "")
    let ensured = try rust("ensure!(p.ok, Error::Bad);")
    #expect(ensured.hasPrefix("branch [guard]\n  condition: condition not\n"))
    #expect(ensured.contains("raise\n      value: read Error.Bad"))
  }

  @Test func aGuardHoldsForItsBlock() throws {
    #expect(
      try rust("let held = gate.lock().unwrap(); g(); ") == """
        scoped lock
          resource: call gate.lock [propagated, forced]
          target: read local held
          body: block
            call g [discarded]

        """
    )
    #expect(try rust("let _ = gate.lock();").contains("voided"))
    #expect(try rust("let tx = pool.begin().await?; g();").hasPrefix("scoped transaction\n"))
  }
}
