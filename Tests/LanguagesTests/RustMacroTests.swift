import Testing

/// What the grammar leaves as tokens is read all the same.
@Suite struct RustMacroTests {
  private func rust(_ body: String, imports: String = "", attributes: String = "") throws -> String {
    let text = "\(imports)\n\(attributes)fn f() {\n\(body)\n}\n"
    let lines = try Reading(text, path: "src/a.rs").tree("f").split(separator: "\n").dropFirst()
    return lines.map { $0.dropFirst(4) + "\n" }.joined()
  }

  @Test func aFormattedTextIsAnInterpolation() throws {
    #expect(
      try rust("let x = format!(\"{a} of {}: {0:?} {{}} {key}\", b.c(), key = d);") == """
        assign [declares, constant]
          target: read local x
          value: operation interpolation [interpolated]
            operand: read a
            operand: literal string " of "
            operand: call b.c
            operand: literal string ": "
            operand: call b.c
            operand: literal string " {{}} "
            operand: read d

        """
    )
  }

  @Test func loggersTakeFields() throws {
    #expect(
      try rust("tracing::error!(target: \"shop\", %err, order.id = ?o.id, \"late by {}\", n);") == """
        call tracing.error = tracing.error by import [discarded, expanded]
          argument: argument target
            value: literal string "shop"
          argument: argument
            value: read err
          argument: argument order.id
            value: read o.id
          argument: argument
            value: operation interpolation [interpolated]
              operand: literal string "late by "
              operand: read n

        """
    )
    let imported = try rust("warn!(log, \"late\"; \"id\" => id);", imports: "use slog::warn;")
    #expect(imported.hasPrefix("call warn = slog.warn by import [discarded, expanded]\n"))
  }

  @Test func jsonIsACollection() throws {
    #expect(
      try rust("let x = json!({\"a\": 1, \"b\": [null, {\"c\": d.e()}], k: {}});") == """
        assign [declares, constant]
          target: read local x
          value: collection keyed
            element: argument a
              value: literal integer "1"
            element: argument b
              value: collection list
                element: literal null
                element: collection keyed
                  element: argument c
                    value: call d.e
            element: argument
              index: read k
              value: collection keyed

        """
    )
  }

  @Test func selectWaitsAndChooses() throws {
    #expect(
      try rust("tokio::select! { biased; Some(x) = rx.recv() => { g(x) } _ = sleep(d), if on => h(), else => return }")
        == """
        branch [match]
          condition: await
            value: call tokio.select = tokio.select by import [awaited]
              argument: argument
                value: call rx.recv
              argument: argument
                value: call sleep
                  argument: argument
                    value: read d
          arm: block
            pattern: read local x
            call g [discarded]
              argument: argument
                value: read local x
          arm: block
            pattern: read _
            call h [discarded]
          otherwise: block
            return

        """
    )
  }

  @Test func othersAreCalls() throws {
    #expect(try rust("my_macro!(a, b.c()?);").contains("value: call b.c [propagated]"))
    #expect(try rust("my_macro!(a => { b c });") == "call my_macro [discarded, expanded]\n")
    #expect(try rust("let v = vec![x.y(); 3];").contains("collection list\n    element: call x.y\n"))
    #expect(try rust("let b = matches!(x, A | B(_));").contains("condition is type\n    operand: read x"))
    #expect(
      try rust("sqlx::query!(\"DELETE FROM t\", id).execute(&pool).await?;").contains("sqlx.query().execute by import")
    )
  }

  @Test func assertionsSayWhatTheyDemand() throws {
    func kinds(_ body: String) throws -> [String] {
      try rust(body).split(separator: "\n").filter { $0.hasPrefix("assertion") }.map(String.init)
    }
    #expect(
      try kinds(
        """
        assert_eq!(a, 3); assert_ne!(a, 3, "m"); assert!(a > 3); assert!(!a); assert!(a.is_some()); assert!(a.is_none());
        assert!(a.contains(&b)); assert!(f().is_err()); assert!(matches!(f(), Err(E))); assert!(matches!(a, B)); assert!(a);
        assert_matches!(a, B { .. }); insta::assert_snapshot!(a); assert!(false); assert_eq!(f(), Err(E));
        """
      ) == [
        "assertion equal [discarded]", "assertion equal [discarded, negated]", "assertion greater [discarded]",
        "assertion false [discarded]", "assertion not null [discarded]", "assertion null [discarded]",
        "assertion contains [discarded]", "assertion raises [discarded]", "assertion raises [discarded]",
        "assertion type [discarded]", "assertion true [discarded]", "assertion type [discarded]",
        "assertion snapshot [discarded]", "assertion fail [discarded]", "assertion raises [discarded]",
      ]
    )
    #expect(try rust("g();", attributes: "#[test]\n#[should_panic]\n").hasPrefix("assertion raises [discarded]\n"))
    #expect(
      try rust("mock.expect_pay().with(eq(3)).never();").hasPrefix("assertion called [discarded, negated]\n")
    )
  }
}
