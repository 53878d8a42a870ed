import Behaviour
import Knowledge

extension UnitContext {
  /// Whether a call is repeated by this region first, not by one inside of it.
  func repeats(_ call: NodeIndex, in region: RetryRegion) -> Bool {
    if region.handlers.contains(where: { tree.contains($0, call) }) { return false }
    if tree[call].role == .decorator || leavesBefore(call, region) { return false }
    return !retries.contains {
      $0 != region && $0.attempt.contains(call) && region.attempt.contains($0.node)
        && $0.attempt.count < region.attempt.count
    }
  }

  /// Whether whoever comes to a call leaves the region, and not because the call went well.
  private func leavesBefore(_ call: NodeIndex, _ region: RetryRegion) -> Bool {
    guard region.kind == .loop else { return false }
    var leaves = false
    for ancestor in tree.ancestors(call) {
      if ancestor == region.node { return leaves }
      switch tree.kind(ancestor) {
      // In an attempt, leaving is what success does.
      case .attempt: return false
      case .block:
        let ways = ways(outOf: ancestor)
        leaves = leaves || !ways.contains(.falls) && !ways.contains(.continues)
      default: continue
      }
    }
    return false
  }

  /// The name to which a call's value is given, where it is given to one.
  func nameGiven(to call: NodeIndex) -> String? {
    let destination = tree.destination(of: call)
    guard destination.kind == .assigned, let target = tree.child(destination.node, .target) else { return nil }
    return tree.name(target)
  }

  /// What a region repeats that matters most: a call that is known to leave the process, else one that seems to by its
  /// name, or that is waited for.
  func work(of region: RetryRegion) -> RetriedWork? {
    var known: CallFact?
    var likely: CallFact?
    var waited: CallFact?
    for call in calls(in: region.attempt) where repeats(call.node, in: region) {
      if call.known != nil {
        guard call.effect.leavesProcess, case .effect = role(of: call) else { continue }
        if known.map({ RetriedWork.weight(call.effect) < RetriedWork.weight($0.effect) }) ?? true { known = call }
      } else if likely.map({ !likelyEffect(of: $0).writes && likelyEffect(of: call).writes }) ?? true,
        likelyEffect(of: call) != .none
      {
        likely = call
      } else if waited == nil, tree[call.node].has(.awaited) || tree[call.node].has(.propagated),
        role(of: call) == .unresolved
      {
        waited = call
      }
    }
    if let known { return RetriedWork(call: known, effect: known.effect, isKnown: true) }
    if let likely { return RetriedWork(call: likely, effect: likelyEffect(of: likely), isKnown: false) }
    return waited.map { RetriedWork(call: $0, effect: .none, isKnown: false) }
  }
}

/// The call that a region is there for.
struct RetriedWork {
  let call: CallFact
  /// By the catalog, or by its name.
  let effect: Effect
  let isKnown: Bool

  /// The worst has the least.
  static func weight(_ effect: Effect) -> Int {
    switch effect {
    case .payment: 0
    case .mail, .queuePublish: 1
    case .networkWrite, .databaseWrite, .cloud: 2
    case .networkRead, .networkByVerb, .databaseRead, .databaseBySQL: 3
    default: 4
    }
  }

  /// Whether others use at the same time what it goes to.
  var isShared: Bool {
    switch effect {
    case .payment, .mail, .queuePublish, .networkWrite, .databaseWrite, .cloud, .networkRead, .networkByVerb,
      .databaseRead, .databaseBySQL:
      true
    default: false
    }
  }
}
