/// What only people can judge is asked sparingly: of one unit at most two such questions, the costliest (gap catalog, 12).
package enum Judgement {
  static let limit = 2

  package static func settle(_ entries: [Entry]) -> [Entry] {
    let own = entries.indices.filter { entries[$0].rule.isJudgement }
    guard own.count > limit else { return entries }
    let kept = Set(own.sorted { (entries[$0].stake.order, $0) < (entries[$1].stake.order, $1) }.prefix(limit))
    return entries.indices.filter { !entries[$0].rule.isJudgement || kept.contains($0) }.map { entries[$0] }
  }
}

extension RuleID {
  /// Whether the rule only asks: no code can show it met, or broken.
  package var isJudgement: Bool {
    switch self {
    case .dataSource, .unitsAndRounding, .timeAndZone, .authorization, .calleeContract: true
    default: false
    }
  }
}
