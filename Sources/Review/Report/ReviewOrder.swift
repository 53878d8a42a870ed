import Rules

/// The rank of an entry that is in a report already.
struct Order: Comparable {
  private let outcome: Int
  private let rank: Rank

  init(_ entry: ReviewReport.Entry) {
    outcome = entry.outcome == "flagged" ? 0 : entry.outcome == "unverified" ? 1 : 2
    rank = Rank(
      stake: Stake(rawValue: entry.stake) ?? .upkeep,
      confidence: entry.confidence.flatMap { Confidence(rawValue: $0) },
      concern: RuleID(rawValue: entry.rule)?.concern ?? .style
    )
  }

  static func < (a: Order, b: Order) -> Bool { a.outcome != b.outcome ? a.outcome < b.outcome : a.rank < b.rank }
}
