import Testing

/// What tests demand in other words.
@Suite struct JavaScriptAssertTests {
  @Test func nodeAsserts() throws {
    let found = try javaScript(
      """
      assert(a, "text");
      assert.ok(a);
      assert.equal(a, 1);
      assert.notDeepStrictEqual(a, [1]);
      assert.strict.equal(a, 1);
      same(a, 1, "text");
      assert.throws(() => { pay() }, RangeError, "text");
      await rejects(pay(), /no/);
      assert.match(a, /x/);
      assert.fail("never");
      assert.doesNotThrow(() => pay());
      throw new assert.AssertionError({});
      """,
      before: """
        import assert from "node:assert";
        import { strictEqual as same, rejects } from "node:assert/strict";
        """,
      parameters: "a"
    )
    #expect(
      found == """
        assertion true [discarded]
          actual: read parameter a
          argument: argument
            value: literal string "text"
        assertion true [discarded]
          actual: read parameter a
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion equal [discarded, negated]
          actual: read parameter a
          expected: collection list
            element: literal integer "1"
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
          argument: argument
            value: literal string "text"
        assertion raises [discarded]
          expected: read RangeError = RangeError
          argument: argument
            value: literal string "text"
          body: block
            call pay [discarded]
        await
          value: assertion raises [awaited, discarded, async]
            expected: literal other "/no/"
            body: block
              call pay
        assertion matches [discarded]
          actual: read parameter a
          expected: literal other "/x/"
        assertion fail [discarded]
          argument: argument
            value: literal string "never"
        assertion raises [discarded, negated]
          body: block
            call pay [discarded]
        raise
          value: call assert.AssertionError = assert.AssertionError by import [constructs]
            argument: argument
              value: collection keyed

        """
    )
  }

  @Test func globalsAssertInTests() throws {
    let found = try javaScript(
      """
      assert.isNull(a);
      assert.lengthOf(a, 2);
      fail("never");
      done.fail(a);
      expect.assertions(2);
      sinon.assert.calledWith(a, 1);
      """,
      before: """
        import sinon from "sinon";
        """,
      parameters: "a, done",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion null [discarded]
          actual: read parameter a
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "2"
        assertion fail [discarded]
          argument: argument
            value: literal string "never"
        assertion fail [discarded]
          argument: argument
            value: read parameter a
        assertion other [discarded]
          expected: literal integer "2"
        assertion called [discarded]
          actual: read parameter a
          expected: literal integer "1"

        """
    )
  }

  @Test func aTestsContextAsserts() throws {
    let found = try javaScriptUnit(
      "pays",
      in: """
        test("pays", (t) => { t.is(pay(), 1); t.assert.equal(a, 2); t.plan(2); });
        """,
      path: "src/file.test.js"
    )
    #expect(
      found == """
        test pays(t)
          block
            parameter: read parameter t
            assertion equal [discarded]
              actual: call pay
              expected: literal integer "1"
            assertion equal [discarded]
              actual: read a
              expected: literal integer "2"
            call t.plan [discarded]
              argument: argument
                value: literal integer "2"

        """
    )
  }

  @Test func requestsAndPagesAssertOnWhatTheyGive() throws {
    let found = try javaScript(
      """
      await request(app).get("/").set("a", "b").expect(200).expect("x", /y/);
      const later = request(app).get("/");
      later.expect(200, done);
      cy.get("#a").should("be.visible").and("contain", "b");
      await expect(page.locator("#a")).toHaveText("b");
      """,
      parameters: "app, page, done",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        await
          value: assertion other [awaited, discarded]
            actual: assertion other
              actual: call .set
                receiver: call .get
                  receiver: call request
                    argument: argument
                      value: read parameter app
                  argument: argument
                    value: literal string "/"
                argument: argument
                  value: literal string "a"
                argument: argument
                  value: literal string "b"
              expected: literal integer "200"
            expected: literal string "x"
            expected: literal other "/y/"
        assign [declares, constant]
          target: read local later
          value: call .get
            receiver: call request
              argument: argument
                value: read parameter app
            argument: argument
              value: literal string "/"
        assertion other [discarded]
          actual: read local later
          expected: literal integer "200"
          expected: read parameter done
        assertion other [discarded]
          actual: assertion other
            actual: call cy.get = cy.get by import
              argument: argument
                value: literal string "#a"
            expected: literal string "be.visible"
          expected: literal string "contain"
          expected: literal string "b"
        await
          value: assertion equal [awaited, discarded]
            actual: call page.locator
              argument: argument
                value: literal string "#a"
            expected: literal string "b"

        """
    )
  }

  @Test func whatOnlyLooksLikeAnAssertionIsACall() throws {
    let found = try javaScript(
      """
      assertValid(a);
      assert(a);
      order.assertPaid();
      fail("x");
      a.should;
      """,
      before: """
        function assert(a) {}
        """,
      parameters: "a, order"
    )
    #expect(
      found == """
        call assertValid [discarded]
          argument: argument
            value: read parameter a
        call assert [discarded]
          argument: argument
            value: read parameter a
        call order.assertPaid [discarded]
        call fail [discarded]
          argument: argument
            value: literal string "x"
        read parameter a.should

        """
    )
  }
}
