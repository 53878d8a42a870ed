/// How the rules hold in one language: its examples of each, and why a rule has none.
///
/// A rule's own file shows what the rule is, in one or two languages; what it looks like in the others stands here, a
/// file a language, so that a language can be added without touching a rule.
package struct LanguageExamples: Sendable {
  /// The language's family, as reports have it.
  package var family: String
  package var examples: [RuleID: [RuleExample]]
  /// Rules whose gap cannot occur in the language, each with the reason: a clause without a full stop.
  package var absent: [RuleID: String]

  package init(_ family: String, examples: [RuleID: [RuleExample]], absent: [RuleID: String] = [:]) {
    self.family = family
    self.examples = examples
    self.absent = absent
  }

  /// By the name of the language.
  package static let all: [LanguageExamples] = [
    .csharp, .go, .java, .javascript, .kotlin, .php, .ruby, .rust, .swift, .typescript,
  ]
}

extension RuleCard {
  /// The rule's own examples, then those of each language.
  package var allExamples: [RuleExample] {
    examples + LanguageExamples.all.flatMap { $0.examples[id] ?? [] }
  }
}
