import Behaviour

/// Checks that stand in one place less than they did.
///
/// The same question is often asked in several places, and holds by the way in others (in an arm, in the other half of a
/// condition): that it is asked somewhere is no reason to believe that it is asked where it was.
extension ProtectionComparison {
  /// What stood behind a check and stands behind none now, though its question is asked elsewhere; nil where the check
  /// stands, or all that it was for is behind another.
  func exposed(_ requirement: Requirement, over region: Range<NodeIndex>, now found: [Requirement]) -> NodeIndex? {
    guard requirement.source.isCheck else { return nil }
    let wanted = requirement.clause.map { old.forms(of: $0, naming: naming) }
    var were = backwards.demanding(wanted)
    var found = found
    // What is asked by a call is asked anew each time: that it was so around the check is another answer.
    if requirement.operands.contains(where: { !old.calls(in: $0).isEmpty }),
      were.contains(where: { !$0.source.isCheck && $0.region.contains(requirement.node) })
    {
      were = were.filter(\.source.isCheck)
      found = found.filter(\.source.isCheck)
    }
    let before = checks(in: were, of: old)
    let after = checks(in: found, of: new)
    guard after.count < before.count, isLost(requirement, of: before, now: after) else { return nil }
    let inside = old.deeds(in: region, naming: naming).filter { deeds[$0.key] != nil }
    var best: (weight: Deed.Weight, node: NodeIndex)?
    var isPartly = false
    for deed in inside {
      let now = deeds[deed.key] ?? []
      let open = now.filter { deed in !found.contains { $0.region.contains(deed.node) } }
      let behind = oldDeeds[deed.key]?.count { deed in were.contains { $0.region.contains(deed) } } ?? 0
      let total = count(of: deed.key)
      let isOpen = now.count - open.count < behind && open.count > total - behind
      if !isOpen {
        isPartly = isPartly || now.count > open.count
      } else if let first = open.first, best.map({ $0.weight < deed.weight }) ?? true {
        best = (deed.weight, first.node)
      }
    }
    if let best {
      // The rest of what it was for is in an arm, and what follows it only gives something back.
      return best.weight == .slight && isPartly && after.isEmpty ? nil : best.node
    }
    // Behind it the unit only came to an end, or to the next question.
    guard let end = end(behind: requirement), !found.contains(where: { $0.region.contains(end) }) else { return nil }
    return end
  }

  /// One of each that keeps something out, by where it stands: also what decides between going on and leaving.
  private func checks(in requirements: [Requirement], of context: UnitContext) -> [Requirement] {
    var nodes: Set<NodeIndex> = []
    return requirements.filter { requirement in
      (requirement.source.isCheck || leaves(requirement.node, in: context)) && nodes.insert(requirement.node).inserted
    }
  }

  /// Whether an arm of a branch only leaves.
  private func leaves(_ node: NodeIndex, in context: UnitContext) -> Bool {
    guard context.tree.kind(node) == .branch else { return false }
    return context.tree.children(node).contains { child in
      let role = context.tree[child].role
      return (role == .arm || role == .otherwise) && !context.ways(outOf: child).contains(.falls)
    }
  }

  /// Whether a check is one of those that went, where others that ask the same stay: each that stands is the one that
  /// most of the same stood behind.
  private func isLost(_ requirement: Requirement, of before: [Requirement], now after: [Requirement]) -> Bool {
    if after.isEmpty { return true }
    var left = before.map { (node: $0.node, keys: keys(behind: $0, in: old)) }
    for check in after {
      let keys = keys(behind: check, in: new)
      var best: (likeness: Double, position: Int)?
      for (position, candidate) in left.enumerated() {
        let likeness = ProtectionComparison.likeness(candidate.keys, keys)
        if best.map({ likeness > $0.likeness }) ?? true { best = (likeness, position) }
      }
      if let best { left.remove(at: best.position) }
    }
    return left.contains { $0.node == requirement.node }
  }

  /// How much two sets have in common, 0 to 1.
  static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    let all = a.union(b).count
    return all == 0 ? 1 : Double(a.intersection(b).count) / Double(all)
  }

  private func keys(behind check: Requirement, in context: UnitContext) -> Set<String> {
    Set(context.deeds(in: check.region, naming: naming).map(\.key))
  }
}
