/// By what it costs to be wrong: stake, then how sure it is, then what the rule is about (gap catalog, 14.3). The
/// smallest comes first.
package struct Rank: Sendable, Hashable, Comparable {
  package let stake: Stake
  package let confidence: Confidence?
  package let concern: Concern

  /// What a rule watches over, worst first.
  package enum Concern: Int, Sendable, Comparable {
    case permission, write, concurrency, read, style

    package static func < (a: Concern, b: Concern) -> Bool { a.rawValue < b.rawValue }
  }

  package init(stake: Stake, confidence: Confidence?, concern: Concern) {
    self.stake = stake
    self.confidence = confidence
    self.concern = concern
  }

  package static func < (a: Rank, b: Rank) -> Bool {
    if a.stake != b.stake { return a.stake < b.stake }
    if a.confidence != b.confidence { return b.sureness < a.sureness }
    return a.concern < b.concern
  }

  private var sureness: Int {
    switch confidence {
    case .high: 2
    case .medium: 1
    case nil: 0
    }
  }
}

extension Entry {
  package var rank: Rank { Rank(stake: stake, confidence: confidence, concern: rule.concern) }

  /// How many questions of one unit are shown to people unasked; the rest is counted.
  package static let shownQuestions = 5
}

extension RuleID {
  package var concern: Rank.Concern {
    if self == .authorization { return .permission }
    switch rule?.card.family {
    case .guards: return .permission
    case .errors, .idempotency, .fabrication, .blastRadius: return .write
    case .concurrency: return .concurrency
    case .scale, .edgeCases, .architecture: return .read
    case .tests, .review, .judgement, nil: return .style
    }
  }
}
