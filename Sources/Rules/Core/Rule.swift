/// One kind of obligation: finds it in a unit, and resolves each to one outcome.
///
/// Pure: the same unit and context give the same entries in the same order.
package protocol Rule: Sendable {
  static var card: RuleCard { get }
  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder)
  /// Judges what went with a unit that a change took away. The context is the unit as it was.
  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder)
}

extension Rule {
  package static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {}
}

/// What a rule says of itself: the manual page, the tests and `lacuna explain` are made from it.
package struct RuleCard: Sendable {
  package var id: RuleID
  package var family: RuleFamily
  /// What the obligation is, in one line.
  package var summary: String
  /// Why it matters, and by what it is discharged. Markdown.
  package var rationale: String
  /// CWE ids, studies.
  package var sources: [String]
  package var examples: [RuleExample]

  package init(
    id: RuleID,
    family: RuleFamily,
    summary: String,
    rationale: String,
    sources: [String],
    examples: [RuleExample]
  ) {
    self.id = id
    self.family = family
    self.summary = summary
    self.rationale = rationale
    self.sources = sources
    self.examples = examples
  }
}

/// Source with its expected entries of one rule. A line of carets under the code marks an entry's range on the line
/// above, followed by the outcome: `^^^^ flagged`, `^^^^ checked`, `^^^^ unverified`, optionally with the confidence
/// (`flagged high`). A caret line may carry a comment sign before the carets only where the code needs it; by itself it
/// is taken out before the code is read. An example without carets must give no entry of the rule.
package struct RuleExample: Sendable {
  /// A language id: `python`, `javascript`, `typescript`, `tsx`.
  package var language: String
  /// What the example shows, for the manual.
  package var title: String
  package var source: String
  /// As if the file stood there; decides whether it is a test file.
  package var path: String?
  /// For rules that compare with a baseline: the file as it was.
  package var baseline: String?
  /// For rules that ask of other files: those of the workspace, by path.
  package var others: [String: String]

  package init(
    _ language: String,
    _ title: String,
    path: String? = nil,
    baseline: String? = nil,
    others: [String: String] = [:],
    _ source: String
  ) {
    self.language = language
    self.title = title
    self.source = source
    self.path = path
    self.baseline = baseline
    self.others = others
  }

  /// An example of a change, as a diff: lines that begin with `-` are the baseline's alone, with `+` the new text's; each
  /// of the others begins with a space that is not the code's.
  package init(_ language: String, _ title: String, path: String? = nil, diff: String) {
    var old = ""
    var new = ""
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false) {
      let rest = line.dropFirst() + "\n"
      if line.first != "+" { old += rest }
      if line.first != "-" { new += rest }
    }
    self.init(language, title, path: path, baseline: old, new)
  }
}
