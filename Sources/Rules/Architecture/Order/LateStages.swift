import Behaviour
import Knowledge

/// What is noted for a unit of work behind its last commit, which nothing writes any more.
enum LateStages {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    let commits = ordered.filter { $0.order.step == .commits }.map(\.call.node)
    guard let last = commits.last else { return [] }
    var found: [OrderFinding] = []
    let staged = context.calls.filter { $0.known?.part == .stage && context.knowledge.order($0.path) == nil }
    if let late = staged.first(where: { isLate($0, behind: commits, in: context) }) {
      let commit = commits.last { $0 < late.node } ?? last
      let name = context.display(late.node)
      found.append(
        OrderFinding(
          outcome: .flagged,
          node: late.node,
          other: commit,
          note: "the last commit",
          message: "`\(name)` notes a write behind the last `\(context.display(commit))`, and nothing writes it.",
          question: "`\(context.display(commit))` runs before `\(name)`: what writes what is noted then?",
          stake: .dataLoss
        )
      )
    } else if let early = staged.last(where: {
      $0.node < last && store(of: $0.node, context) == store(of: last, context)
    }),
      context.mayFollow(last, early.node)
    {
      found.append(
        OrderFinding(
          outcome: .checked,
          node: last,
          other: early.node,
          note: "noted here",
          message: "`\(context.display(last))` writes what `\(context.display(early.node))` noted.",
          stake: .dataLoss
        )
      )
    }
    return found
  }

  private static func isLate(_ stage: CallFact, behind commits: [NodeIndex], in context: UnitContext) -> Bool {
    let store = store(of: stage.node, context)
    guard !store.isEmpty, let before = commits.last(where: { $0 < stage.node }),
      self.store(of: before, context) == store,
      context.dominates(before, stage.node), context.mayFollow(stage.node, before),
      !commits.contains(where: { $0 > stage.node }),
      context.loop(around: stage.node) == nil
    else { return false }
    let tree = context.tree
    // Something around commits in the end, or whoever gets the store does.
    if tree.ancestors(stage.node).contains(where: { tree.kind($0) == .scoped || tree.kind($0) == .closure }) {
      return false
    }
    for at in Int(tree.subtree(stage.node).upperBound)..<tree.nodes.count {
      let node = tree.nodes[at]
      if node.kind == .read, node.role != .target, tree.text(node.name) == store { return false }
      guard node.kind == .call else { continue }
      let words = NameReading.words(NameReading.last(tree.text(node.name)))
      if words.contains(where: { ["commit", "flush", "save", "write", "execute", "submit"].contains($0) }) {
        return false
      }
    }
    return true
  }

  /// What a unit of work hangs on: `db` of `db.Orders.Add(…)`, of a field with the word for the object.
  private static func store(of call: NodeIndex, _ context: UnitContext) -> String {
    let parts = context.startOfReceiver(call).split(separator: ".")
    guard let first = parts.first else { return "" }
    return ["self", "this"].contains(first) ? parts.prefix(2).joined(separator: ".") : String(first)
  }
}
