import Foundation
import Review
import Rules
import Testing

/// The manual in `docs/rules` is written from the rules. After a rule changed: `LACUNA_UPDATE=1 swift test --filter
/// RulePageTests`.
@Suite("The rules' pages say what the rules say")
struct RulePageTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/rules")

  private static let isUpdate = ProcessInfo.processInfo.environment["LACUNA_UPDATE"] != nil

  private func compare(_ name: String, with expected: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if Self.isUpdate {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try expected.write(to: file, atomically: true, encoding: .utf8)
    }
    let found = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected, "docs/rules/\(name) is out of date: LACUNA_UPDATE=1 swift test --filter RulePageTests")
  }

  @Test(arguments: RuleID.allCases)
  func page(of id: RuleID) throws {
    let card = try #require(id.rule?.card)
    try compare("\(id.rawValue).md", with: RulePage(card).markdown)
  }

  @Test func index() throws {
    try compare("README.md", with: RulePage.index(RuleID.allCases.compactMap { $0.rule?.card }))
  }

  /// A language without examples of a rule has a reason for that.
  @Test(arguments: RuleID.allCases)
  func holdsInEveryLanguage(_ id: RuleID) throws {
    let card = try #require(id.rule?.card)
    let matrix = RuleMatrix([card])
    for family in RuleMatrix.families {
      #expect(matrix.cell(card, in: family) != .missing, "no example of \(id.rawValue) in \(family), and no reason")
    }
    for language in LanguageExamples.all {
      #expect(RuleMatrix.families.contains(language.family))
    }
  }

  @Test func noPageIsLeftOver() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = Set(RuleID.allCases.map { "\($0.rawValue).md" } + ["README.md"])
    #expect(Set(pages) == expected)
  }
}
