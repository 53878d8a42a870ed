import Testing

/// What tests demand by `expect`.
@Suite struct JavaScriptExpectTests {
  @Test func matchersSayWhatIsDemanded() throws {
    let found = try javaScript(
      """
      expect(a).toBe(1);
      expect(a).not.toEqual({ b });
      expect(a).toBeNull();
      expect(a).not.toBeUndefined();
      expect(a).toBe(undefined);
      expect(a).toBeTruthy();
      expect(a).not.toBeTruthy();
      expect(a).toBeGreaterThan(1);
      expect(a).toHaveLength(2);
      expect(a, "text").toContain(b);
      expect(a).toBeInstanceOf(Map);
      expect(a).toMatch(/x/);
      expect(a).toMatchSnapshot();
      expect(a).toHaveAttribute("b", 1);
      """,
      parameters: "a, b",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion equal [discarded, negated]
          actual: read parameter a
          expected: collection keyed
            element: argument b
              value: read parameter b
        assertion null [discarded]
          actual: read parameter a
        assertion not null [discarded]
          actual: read parameter a
        assertion null [discarded]
          actual: read parameter a
        assertion true [discarded]
          actual: read parameter a
        assertion false [discarded]
          actual: read parameter a
        assertion greater [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "2"
        assertion contains [discarded]
          actual: read parameter a
          argument: argument
            value: literal string "text"
          expected: read parameter b
        assertion type [discarded]
          actual: read parameter a
          expected: read Map = Map
        assertion matches [discarded]
          actual: read parameter a
          expected: literal other "/x/"
        assertion snapshot [discarded]
          actual: read parameter a
        assertion other [discarded]
          actual: read parameter a
          expected: literal string "b"
          argument: argument
            value: literal integer "1"

        """
    )
  }

  @Test func failuresAreDemandedOfABody() throws {
    let found = try javaScript(
      """
      expect(() => { pay(a); check() }).toThrow(RangeError);
      expect(() => pay(a)).not.toThrow();
      expect(pay).toThrowError();
      await expect(pay(a)).rejects.toThrow("no");
      await expect(async () => { await pay(a) }).rejects.toEqual({ code: 1 });
      expect(pay(a)).resolves.toBe(1);
      return expect(pay(a)).resolves.toBe(1);
      """,
      parameters: "a",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion raises [discarded]
          expected: read RangeError = RangeError
          body: block
            call pay [discarded]
              argument: argument
                value: read parameter a
            call check [discarded]
        assertion raises [discarded, negated]
          body: block
            call pay [discarded]
              argument: argument
                value: read parameter a
        assertion raises [discarded]
          body: block
            call pay [discarded]
        await
          value: assertion raises [awaited, discarded, async]
            expected: literal string "no"
            body: block
              call pay
                argument: argument
                  value: read parameter a
        await
          value: assertion raises [awaited, discarded, async]
            expected: collection keyed
              element: argument code
                value: literal integer "1"
            body: block
              await
                value: call pay [awaited, discarded]
                  argument: argument
                    value: read parameter a
        assertion equal [discarded, async]
          actual: call pay
            argument: argument
              value: read parameter a
          expected: literal integer "1"
        return
          value: assertion equal [returned, async]
            actual: call pay
              argument: argument
                value: read parameter a
            expected: literal integer "1"

        """
    )
  }

  @Test func doublesWereCalled() throws {
    let found = try javaScript(
      """
      expect(gateway.pay).toHaveBeenCalledWith(a, expect.anything());
      expect(gateway.pay).not.toHaveBeenCalled();
      """,
      parameters: "a",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion called [discarded]
          actual: read gateway.pay
          expected: read parameter a
          expected: call expect.anything = expect.anything by import
        assertion called [discarded, negated]
          actual: read gateway.pay

        """
    )
  }

  @Test func anExpectationWithoutAMatcherAssertsNothing() throws {
    let found = try javaScript(
      """
      expect(a);
      expect(a).not;
      expect(a).toBe;
      expect(a).to.be;
      await expect(a);
      """,
      parameters: "a",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion other [discarded, incomplete]
          actual: read parameter a
        assertion other [discarded, incomplete]
          actual: read parameter a
        assertion equal [discarded, incomplete]
          actual: read parameter a
        assertion other [discarded, incomplete]
          actual: read parameter a
        await
          value: assertion other [awaited, discarded, incomplete]
            actual: read parameter a

        """
    )
  }

  @Test func chaiChainsWords() throws {
    let found = try javaScript(
      """
      expect(a).to.equal(1);
      expect(a).to.not.be.null;
      expect(a).to.be.true;
      expect(a).to.be.an("array").that.is.not.empty;
      expect(a).to.have.property("b").equal(2);
      expect(() => pay()).to.throw(RangeError);
      chai.expect(a).to.exist;
      a.should.equal(1);
      a.b.should.not.be.empty;
      make().should.deep.equal([1]);
      """,
      parameters: "a",
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion not null [discarded]
          actual: read parameter a
        assertion true [discarded]
          actual: read parameter a
        assertion other [discarded, negated]
          actual: read parameter a
          argument: argument
            value: literal string "array"
        assertion equal [discarded]
          actual: read parameter a
          argument: argument
            value: literal string "b"
          expected: literal integer "2"
        assertion raises [discarded]
          expected: read RangeError = RangeError
          body: block
            call pay [discarded]
        assertion not null [discarded]
          actual: read parameter a
        assertion equal [discarded]
          actual: read parameter a
          expected: literal integer "1"
        assertion other [discarded, negated]
          actual: read parameter a.b
        assertion equal [discarded]
          actual: call make
          expected: collection list
            element: literal integer "1"

        """
    )
  }

  @Test func whatOnlyLooksLikeAnExpectationIsACall() throws {
    let found = try javaScript(
      """
      expect(token);
      expect(token).toBe(1);
      parser.expect(token);
      """,
      before: """
        import { expect } from "./parser";
        """,
      parameters: "token, parser"
    )
    #expect(
      found == """
        call expect = ./parser.expect by import [discarded]
          argument: argument
            value: read parameter token
        call .toBe = ./parser.expect().toBe by constructor [discarded]
          receiver: call expect = ./parser.expect by import
            argument: argument
              value: read parameter token
          argument: argument
            value: literal integer "1"
        call parser.expect [discarded]
          argument: argument
            value: read parameter token

        """
    )
  }
}
