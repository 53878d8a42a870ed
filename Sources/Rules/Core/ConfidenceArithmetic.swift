import Behaviour

/// How sure a flag is, once its rule has said what the evidence by itself is worth (gap catalog, 14.2).
///
/// A rule starts at the level of its evidence: it knows by what a name was resolved, and what a comment says. What is
/// the same for every rule is done here, once.
package struct ConfidenceArithmetic {
  /// What makes a flag one level surer.
  package enum Raise: Sendable, Hashable {
    /// Money, or who may do something, is at stake.
    case stake
    /// The change under review wrote it.
    case changed
    /// Another rule holds something else against the same place.
    case secondRule
  }

  /// What makes it one level less sure.
  package enum Lowering: Sendable, Hashable {
    /// A script, an example, a benchmark, a migration: a person stands by while it runs.
    case watched
  }

  /// The level after what speaks for and against it; nil where too little is left for a flag.
  ///
  /// However much speaks for it, it rises by one.
  package static func level(
    from base: Confidence,
    raised raises: Set<Raise> = [],
    lowered lowerings: Set<Lowering> = [],
    atMost maximum: Confidence = .high
  ) -> Confidence? {
    let start = base == .high ? 2 : 1
    let level = min(start + (raises.isEmpty ? 0 : 1), maximum == .high ? 2 : 1) - lowerings.count
    switch level {
    case ...0: return nil
    case 1: return .medium
    default: return .high
    }
  }

  /// Settles the flags of a unit.
  package static func settle(_ entries: [Entry], in context: UnitContext) -> [Entry] {
    guard entries.contains(where: { $0.outcome == .flagged }) else { return entries }
    var result = entries
    let isWatched = context.isScript()
    var old: OldPlaces?
    for index in entries.indices where entries[index].outcome == .flagged {
      let entry = entries[index]
      let base = entry.confidence ?? .medium
      // A rule that is at its own medium for such a file has counted that already.
      let lowerings: Set<Lowering> = isWatched && base == .high ? [.watched] : []
      var raises: Set<Raise> = []
      if base == .medium, entry.rule.mayBeSure, !isWatched {
        if entry.stake == .money || entry.stake == .security { raises.insert(.stake) }
        if entries.contains(where: { isSecond($0, beside: entry) }) { raises.insert(.secondRule) }
        if raises.isEmpty, let baseline = context.baseline {
          let places = old ?? OldPlaces(baseline.old)
          old = places
          if !places.hold(entry.range, of: context) { raises.insert(.changed) }
        }
      }
      result[index].confidence = level(from: base, raised: raises, lowered: lowerings)
    }
    return result
  }

  private static func isSecond(_ other: Entry, beside entry: Entry) -> Bool {
    other.outcome == .flagged && other.rule != entry.rule && other.range == entry.range
  }
}

/// What stood in a unit before the change, whatever its place.
private struct OldPlaces {
  private let hashes: Set<UInt64>

  init(_ old: UnitContext) {
    var hashes: Set<UInt64> = []
    for index in old.tree.nodes.indices { hashes.insert(OldPlaces.hash(NodeIndex(index), old)) }
    self.hashes = hashes
  }

  /// Whether what stands in a range stood there before; so does what cannot be found again.
  func hold(_ range: Range<Int>, of context: UnitContext) -> Bool {
    let tree = context.tree
    let found = tree.nodes.indices.first {
      tree.nodes[$0].bytes.lowerBound >= range.lowerBound && tree.nodes[$0].kind != .block
    }
    guard let found, tree.nodes[found].bytes.lowerBound < range.upperBound else { return true }
    return hashes.contains(OldPlaces.hash(NodeIndex(found), context))
  }

  private static func hash(_ node: NodeIndex, _ context: UnitContext) -> UInt64 {
    // A large node is known by its head: what changed deep inside of it is another place.
    var hash = StructuralHash()
    let tree = context.tree
    if tree[node].next - node > 200 {
      hash.combine(UInt64(tree[node].kind.rawValue))
      hash.combine(tree.name(node))
    } else {
      hash.combine(node, of: tree, locals: context.localNames)
    }
    return hash.value
  }
}

extension RuleID {
  /// Whether more than a medium flag is in the rule for what is alike in all rules to make it surer: those of the table
  /// that are medium at most are not, nor are those whose high cases are named one by one (gap catalog, 14.1).
  var mayBeSure: Bool {
    if rule?.card.family == .guards || isJudgement { return false }
    return !RuleID.unsure.contains(rawValue)
  }

  private static let unsure: Set<String> = [
    "broad-catch", "unhandled-failure", "unbounded-concurrency", "quadratic-scan", "sequential-await",
    "happy-path-only",
    "untested-change", "bypassed-wrapper", "duplicate-logic", "inconsistent-callers", "call-order", "ungated-deploy",
    "review-budget", "unvalidated-input",
  ]
}
