import Rules
import TestSupport
import Testing

@Suite("Every rule's examples hold")
struct ExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: RuleID
    var example: RuleExample
    var testDescription: String { "\(rule.rawValue), \(example.language): \(example.title)" }
  }

  static let cases = RuleID.allCases.flatMap { id in
    (id.rule?.card.allExamples ?? []).map { Case(rule: id, example: $0) }
  }

  @Test(arguments: cases)
  func holds(_ item: Case) {
    let marked = MarkedSource(item.example.source)
    let found = marks(
      of: item.rule,
      in: marked.source,
      language: item.example.language,
      path: item.example.path,
      baseline: item.example.baseline,
      others: item.example.others
    )
    // `flagged` in an example allows any confidence.
    let matches =
      found.count == marked.marks.count
      && zip(found, marked.marks).allSatisfy { found, expected in
        found.line == expected.line && found.columns == expected.columns
          && (found.outcome == expected.outcome || found.outcome.hasPrefix(expected.outcome + " "))
      }
    #expect(matches, "found \(found), expected \(marked.marks)")
  }

  @Test(arguments: RuleID.allCases)
  func everyRuleHasExamplesOfEachKind(_ id: RuleID) throws {
    let card = try #require(id.rule?.card)
    #expect(card.id == id)
    let outcomes = card.allExamples.flatMap { MarkedSource($0.source).marks.map(\.outcome) }
    let silent = card.allExamples.filter { MarkedSource($0.source).marks.isEmpty }
    #expect(!silent.isEmpty)
    // What is measured of a whole change is shown where changes are reviewed.
    if id == .unparsedRegion || id == .reviewBudget { return }
    for outcome in id.isJudgement ? ["unverified"] : ["flagged", "checked", "unverified"] {
      #expect(outcomes.contains { $0.hasPrefix(outcome) }, "no example that is \(outcome)")
    }
    func count(_ outcome: String) -> Int {
      card.allExamples.count { MarkedSource($0.source).marks.contains { $0.outcome.hasPrefix(outcome) } }
    }
    #expect(count(id.isJudgement ? "unverified" : "flagged") >= 6, "too few gaps")
    #expect(count("checked") + silent.count >= 6, "too few that are none")
    #expect(count("unverified") >= 2, "too few that cannot be told")
    if id.isJudgement {
      #expect(outcomes.allSatisfy { $0 == "unverified" }, "code cannot settle what only people judge")
    }
    #expect(Set(card.allExamples.map(\.language)).count >= 3, "examples in too few languages")
  }
}
