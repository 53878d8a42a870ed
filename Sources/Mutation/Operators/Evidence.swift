import Behaviour
import Rules

extension MutationFinder {
  /// What entries call the evidence that an obligation is met, taken out piece by piece.
  func evidence(of entries: [Entry]) -> [Mutation] {
    var found: [Mutation] = []
    for entry in entries where entry.outcome == .checked && entry.answer == nil {
      guard let evidence = entry.evidence.last, let node = node(at: evidence.range) else { continue }
      let site = place(entry.range)
      guard let edits = removal(ofEvidence: node),
        !edits.contains(where: { $0.range.overlaps(site) && $0.range.lowerBound <= site.lowerBound })
      else { continue }
      var item = Mutation(.removedEvidence, unit: unit, site: site, edits: edits, rules: rules(beside: entry.rule))
      item.origin = entry.rule
      found.append(item)
    }
    return found
  }

  /// The rules that speak of the same thing: a handler that loses its raise loses a cause no more, it swallows.
  private func rules(beside rule: RuleID) -> Set<RuleID> {
    for operation in [MutationOperator.emptiedHandler, .removedRelease] where operation.rules.contains(rule) {
      return operation.rules
    }
    return [rule]
  }

  /// The outermost node at some bytes of the unit.
  private func node(at range: Range<Int>) -> NodeIndex? {
    for index in tree.nodes.indices where tree.nodes[index].bytes == range && tree.nodes[index].kind != .block {
      return NodeIndex(index)
    }
    return nil
  }

  private func removal(ofEvidence node: NodeIndex) -> [Mutation.Edit]? {
    switch tree.kind(node) {
    case .scoped: return removal(ofScope: node)
    case .attempt, .handler, .loop: return nil
    case .argument: return removal(ofArgument: node)
    default: break
    }
    if tree[node].role == .decorator { return nil }
    let parent = tree.parent(node)
    if tree.kind(parent) == .argument, tree.kind(tree.parent(parent)) == .call { return removal(ofArgument: parent) }
    if tree.kind(node) == .call, let link = removal(ofLink: node) { return link }
    guard let statement = statement(around: node) else { return nil }
    // What holds a body is more than the evidence.
    switch tree.kind(statement) {
    case .attempt, .loop, .scoped: return nil
    default: return removal(ofStatement: statement)
    }
  }
}
