import Analysis
import Behaviour
import Testing

@Suite struct LoweringCoverageTests {
  private func coverage(_ text: String) throws -> LoweringCoverage {
    try #require(Analyzer().coverage(path: "a.py", bytes: Array(text.utf8))?.coverage)
  }

  @Test func callsAreCountedByWhatTheirPathRestsOn() throws {
    let found = try coverage(
      """
      import requests

      def f(s: requests.Session, x):
          requests.get(x)
          s.get(x)
          x.get()
      """
    )
    #expect(found.units == 1)
    #expect(found.calls == 3)
    #expect(found.resolved == [.import: 1, .declaredType: 1])
    #expect(found.nodes > 20)
    #expect(found.unknown == 0 && found.broken == 0)
  }

  @Test func whatDoesNotParseIsBroken() throws {
    let found = try coverage("def f():\n    a = (1 +\n    return a\n")
    #expect(found.broken > 0)
    #expect(found.unknown == 0)
  }

  @Test func whatIsNotUnderstoodIsNamedByItsKind() throws {
    let deep = String(repeating: "[", count: 300) + "a" + String(repeating: "]", count: 300)
    let found = try coverage("def f():\n    return \(deep)\n")
    #expect(found.kinds == ["list": 1])
    #expect(found.unknown > 50)
    #expect(found.unknown < found.nodes)
  }

  @Test func theCodeAtTopLevelCountsWithoutItsFunctions() throws {
    let function = "def f(a):\n    return [a, a, a, a]\n"
    let alone = try coverage(function)
    let both = try coverage(function + "f(1)\n")
    #expect(both.units == 2)
    #expect(both.nodes - alone.nodes < 10)
    #expect(both.calls == 1)
  }

  @Test func sumsAreSums() throws {
    var sum = try coverage("def f():\n    g()\n")
    let one = sum
    sum.add(one)
    #expect(sum.files == 2 && sum.calls == 2 && sum.nodes == 2 * one.nodes && sum.bytes == 2 * one.bytes)
  }

  @Test func aFileInNoLanguageHasNone() {
    #expect(Analyzer().coverage(path: "a.txt", bytes: []) == nil)
  }
}
