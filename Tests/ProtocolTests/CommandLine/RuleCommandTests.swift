import Rules
import Testing

@Suite("lacuna rules, lacuna explain")
struct RuleCommandTests {
  @Test func listsEveryRule() throws {
    let run = try Lacuna.run(["rules"], in: try TemporaryFolder())
    #expect(run.status == 0)
    for id in RuleID.allCases { #expect(run.output.contains("\(id.rawValue) ")) }
  }

  @Test(arguments: RuleID.allCases)
  func explainsWithExamples(id: RuleID) throws {
    let run = try Lacuna.run(["explain", id.rawValue], in: try TemporaryFolder())
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# \(id.rawValue)\n"))
    #expect(run.output.contains("```python") || run.output.contains("```typescript"))
  }
}
