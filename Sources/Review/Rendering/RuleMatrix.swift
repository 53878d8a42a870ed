import Languages
package import Rules

/// Which rule holds in which language, as the rules' examples show it, which all run as tests.
package struct RuleMatrix {
  package enum Cell: Hashable {
    /// An example in which the rule flags (or asks, where that is all it does), and one in which it does not.
    case shown
    /// The gap cannot occur there, for this reason.
    case absent(String)
    case missing
  }

  /// By name.
  package static let families = Array(Set(Languages.all.map(\.id.family))).sorted()

  private let cards: [RuleCard]

  package init(_ cards: [RuleCard]) {
    self.cards = cards
  }

  package func cell(_ card: RuleCard, in family: String) -> Cell {
    let examples = card.allExamples.filter { $0.language == family || $0.language == "tsx" && family == "typescript" }
    // A question that only people can answer is all that such a rule has to say.
    let mark = card.id.isJudgement ? "^ unverified" : "^ flagged"
    let flags = examples.filter { $0.source.contains(mark) }.count
    if flags > 0, examples.count > flags { return .shown }
    // What every language has alike needs no example in each.
    if card.id == .unparsedRegion || card.id == .reviewBudget { return .shown }
    let reason = LanguageExamples.all.first { $0.family == family }?.absent[card.id]
    return reason.map { .absent($0) } ?? .missing
  }

  package var markdown: String {
    var out =
      "## Languages\n\n● stands where an example shows a gap of the rule in that language, and another one code "
    out +=
      "that the rule leaves alone or finds in order; all of them run as tests. A number says why there is none.\n\n"
    out += "| rule | \(RuleMatrix.families.joined(separator: " | ")) |\n"
    out += "|---|\(RuleMatrix.families.map { _ in "---|" }.joined())\n"
    var reasons: [String] = []
    for card in cards {
      let cells = RuleMatrix.families.map { family in
        switch cell(card, in: family) {
        case .shown: return "●"
        case .missing: return ""
        case .absent(let reason):
          let known = reasons.firstIndex(of: reason)
          if known == nil { reasons.append(reason) }
          return "\((known ?? reasons.count - 1) + 1)"
        }
      }
      out += "| \(card.id.rawValue) | \(cells.joined(separator: " | ")) |\n"
    }
    for (index, reason) in reasons.enumerated() { out += "\(index == 0 ? "\n" : "")\(index + 1). \(reason)\n" }
    return out
  }
}
