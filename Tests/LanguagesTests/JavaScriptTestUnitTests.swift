import Testing

/// What is said of the functions that tests are given.
@Suite struct JavaScriptTestUnitTests {
  @Test func skippedTestsSaySo() throws {
    let found = try javaScriptUnit(
      "orders.refunds",
      in: """
        describe.skip("orders", () => { it("refunds", async () => { expect(1).toBe(1) }) });
        """,
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        test orders.refunds() async skipped
          block
            assertion equal [discarded]
              actual: literal integer "1"
              expected: literal integer "1"

        """
    )
  }

  @Test func aTestMayBeSkippedAlone() throws {
    let found = try javaScriptUnit(
      "refunds",
      in: """
        xit("refunds", () => {});
        """,
      path: "src/file.test.ts"
    )
    #expect(
      found == """
        test refunds() skipped
          block

        """
    )
  }
}
