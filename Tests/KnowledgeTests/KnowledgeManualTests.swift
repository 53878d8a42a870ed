import Foundation
import Testing

@testable import Knowledge

/// `docs/knowledge.md` against what is read.
@Suite struct KnowledgeManualTests {
  private let manual: String

  init() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent()
      .appending(path: "../../docs/knowledge.md")
    manual = try String(contentsOf: file, encoding: .utf8)
  }

  @Test func everyWordIsExplained() {
    let words =
      Effect.allCases.map(\.rawValue) + Part.allCases.map(\.rawValue) + Repetition.allCases.map(\.rawValue)
      + KnowledgeLibrary.Call.members + KnowledgeLibrary.Held.members
      + KnowledgeLibrary.Ordered.members + CallOrdering.Step.allCases.map(\.rawValue)
      + Holding.Subject.allCases.map(\.rawValue) + KnowledgeLibrary.families
    for word in words { #expect(manual.contains("`\(word)`"), "\(word)") }
  }

  @Test func theExampleIsRead() throws {
    let opening = try #require(manual.range(of: "```json\n"))
    let closing = try #require(manual.range(of: "```", range: opening.upperBound..<manual.endIndex))
    let example = manual[opening.upperBound..<closing.lowerBound]
    let library = try KnowledgeLibrary(KnowledgeFile(name: "example.json", bytes: Array(example.utf8)))
    let base = KnowledgeBase(KnowledgeBase.standard(for: "python"), adding: [library])
    #expect(base.call("shop.gateway.connect().refund")?.keys == ["request_id"])
    #expect(base.holding("shop.gateway.connect")?.until == ["close"])
    #expect(base.client("shop.gateway.connect") == Deadline(.finite(seconds: 10), setBy: ["timeout"]))
  }
}
