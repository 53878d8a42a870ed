package import Behaviour

/// Collects the entries of one unit.
package struct LedgerBuilder {
  package private(set) var entries: [Entry] = []
  private let context: UnitContext
  private var seen: [UInt64: UInt64] = [:]

  package init(_ context: UnitContext) {
    self.context = context
  }

  /// Adds an entry.
  ///
  /// - Parameter node: the place that is underlined.
  /// - Parameter at: bytes relative to the unit, where that is less or more than the node.
  /// - Parameter evidence: nodes that led to the outcome, with a clause on each; they make the fingerprint together
  ///   with the node.
  package mutating func add(
    _ rule: RuleID,
    _ outcome: Outcome,
    _ node: NodeIndex,
    at range: Range<Int>? = nil,
    message: String,
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil,
    stake: Stake,
    evidence: [(note: String, node: NodeIndex)] = [],
    fix: Entry.Fix? = nil
  ) {
    let tree = context.tree
    var hash = StructuralHash()
    hash.combine(rule.rawValue)
    hash.combine(node, of: tree, locals: context.localNames)
    for item in evidence where !tree.contains(node, item.node) {
      hash.combine(item.node, of: tree, locals: context.localNames)
    }
    // The same code twice in a unit is two obligations: they differ by their order.
    let repeats = seen[hash.value, default: 0]
    seen[hash.value] = repeats + 1
    if repeats > 0 { hash.combine(repeats) }
    entries.append(
      Entry(
        rule: rule,
        outcome: outcome,
        range: range ?? tree[node].bytes,
        message: message,
        question: question,
        reason: outcome == .unverified ? reason : nil,
        confidence: outcome == .flagged ? confidence ?? .medium : nil,
        stake: stake,
        evidence: evidence.map { Entry.Evidence($0.note, tree[$0.node].bytes) }
          .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) },
        fingerprint: hash.text,
        answer: nil,
        fix: fix
      )
    )
  }
}
