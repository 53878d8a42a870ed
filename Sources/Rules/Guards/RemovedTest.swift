import Behaviour
import Knowledge

/// What was tested still is.
enum RemovedTest: Rule {
  static let card = RuleCard(
    id: .removedTest,
    family: .guards,
    summary: "Behaviour that was tested before the change is tested after it.",
    rationale: """
      When a rewrite breaks a test, the shortest way to a green run is through the test: it is deleted, switched off, \
      or asks for less than it did. Nothing tells the reviewer, because a test that is not there does not fail.

      A test that is gone while what it calls lives on, one that the runner leaves out now, and assertions that are \
      gone or that more values pass, are told. A test that moved, or was renamed, merged into a table, or replaced by \
      one that asks as much of the same code, is not; nor is one whose subject went with it. A test that is switched \
      off with an issue named is a question.
      """,
    sources: ["Gap catalog, S1b and S4d"],
    examples: examples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard let old = context.baseline?.old, old.unit.kind == .test,
      context.file.context.traits.isDisjoint(with: [.generated, .vendored, .stub])
    else { return }
    if let skip = context.skip, old.skip == nil { return skipped(skip, context, old, into: &ledger) }
    guard old.tree != context.tree, old.skip == nil else { return }
    if context.unit.kind != .test { return undiscovered(context, old, into: &ledger) }
    assertions(context, old, into: &ledger)
  }

  // MARK: - Switched off

  private static func skipped(
    _ skip: NodeIndex,
    _ context: UnitContext,
    _ old: UnitContext,
    into ledger: inout LedgerBuilder
  ) {
    let tree = context.tree
    let texts = tree.subtree(skip).filter { skip != tree.root && tree.kind($0) == .literal }.map { tree.name($0) }
    let issue = texts.first { namesIssue($0) }
    // A condition decides.
    let last = NameReading.last(tree.name(skip)).lowercased()
    let isConditional = last.hasSuffix("if") || last.hasSuffix("unless") || last.hasPrefix("assume")
    let test = context.unit.name
    ledger.add(
      .removedTest,
      issue == nil && !isConditional ? .flagged : .unverified,
      skip,
      at: skip == tree.root ? context.unit.nameRange : nil,
      message: isConditional ? "`\(test)` runs only sometimes now." : "`\(test)` is switched off by this change.",
      question: old.assertionNodes.isEmpty
        ? "Which test fails now where `\(test)` would have?"
        : "`\(test)` checked \(shown(old)): which test fails now if that is lost?",
      reason: issue.map { "a reason is given: \"\($0.prefix(60))\"" }
        ?? "whether its condition holds where the tests are run is not for the code to say",
      confidence: .medium,
      stake: .correctness
    )
  }

  /// `#123`, `JIRA-123`, an address.
  private static func namesIssue(_ text: String) -> Bool {
    if text.contains("http://") || text.contains("https://") { return true }
    var wasMark = false
    for character in text {
      if wasMark, character.isNumber { return true }
      wasMark = character == "#" || character == "-" && text.contains { $0.isUppercase }
    }
    return false
  }

  private static func undiscovered(_ context: UnitContext, _ old: UnitContext, into ledger: inout LedgerBuilder) {
    guard !old.assertionNodes.isEmpty, context.assertionNodes.count >= old.assertionNodes.count,
      context.file.declarations[context.unit.qualifiedName]?.kind != .test
    else { return }
    let isCalled = context.baseline?.newUnits().contains { unit in
      unit.tree.nodes.contains { $0.kind == .call && NameReading.last(unit.tree.text($0.name)) == context.unit.name }
    }
    guard isCalled != true else { return }
    ledger.add(
      .removedTest,
      .flagged,
      context.tree.root,
      at: context.unit.nameRange,
      message: "`\(old.unit.name)` was a test; as `\(context.unit.name)` no runner finds it.",
      question: "`\(old.unit.name)` checked \(shown(old)): which test fails now if that is lost?",
      confidence: .medium,
      stake: .correctness
    )
  }
}
