import Behaviour
import Knowledge

/// Messages, jobs and mails that leave before what they speak of can be seen.
enum Announcements {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    var found: [OrderFinding] = []
    for call in context.calls where call.effect == .queuePublish || call.effect == .mail {
      guard context.certainty(call) > .nameOnly, context.tree[call.node].role != .decorator,
        context.knowledge.order(call.path).map({ $0.step == .mayWaitForCommit }) ?? true
      else { continue }
      if let finding = finding(of: call, among: ordered, in: context) { found.append(finding) }
    }
    return found
  }

  private static func finding(
    of call: CallFact,
    among ordered: [OrderedCall],
    in context: UnitContext
  ) -> OrderFinding? {
    let tree = context.tree
    let name = context.display(call.node)
    let what = call.effect == .mail ? "mail" : "message"
    // A hook that runs behind the commit.
    if let hook = hook(around: call.node, among: ordered, in: context) {
      return OrderFinding(
        outcome: .checked,
        node: call.node,
        other: hook,
        note: "runs what it is given behind the commit",
        message: "`\(name)` runs when the transaction has been committed.",
        stake: .dataLoss
      )
    }
    let perhaps = context.knowledge.order(call.path)?.step == .mayWaitForCommit
    func early(_ message: String, _ other: NodeIndex, _ note: String) -> OrderFinding {
      OrderFinding(
        outcome: perhaps ? .unverified : .flagged,
        node: call.node,
        other: other,
        note: note,
        message: message,
        question: "`\(name)` runs before the commit: what does the receiver of the \(what) see, "
          + "and what has it been told where the commit fails?",
        reason: perhaps ? "whether the queue waits for the commit is configured elsewhere" : nil,
        stake: .dataLoss
      )
    }
    let commits = ordered.filter { $0.order.step == .commits && $0.call.node != call.node }
    if let commit = commits.last(where: { context.dominates($0.call.node, call.node) }),
      writes(before: commit.call.node, to: commit.call.node, in: context) != nil
    {
      return OrderFinding(
        outcome: .checked,
        node: call.node,
        other: commit.call.node,
        note: "committed here",
        message: "`\(name)` runs behind `\(context.display(commit.call.node))`.",
        stake: .dataLoss
      )
    }
    if let (scope, body) = transaction(around: call.node, in: context) {
      guard write(in: body, in: context) != nil else { return nil }
      return early("`\(name)` sends a \(what) before the transaction around it is committed.", scope, "the transaction")

    }
    if let commit = commits.first(where: { context.mayFollow($0.call.node, call.node) }),
      context.isUnconditional(commit.call.node, behind: call.node), !isInHandler(call.node, tree),
      writes(before: call.node, to: commit.call.node, in: context) != nil
    {
      return early(
        "`\(name)` sends a \(what) before `\(context.display(commit.call.node))`.",
        commit.call.node,
        "committed here"
      )
    }
    return nil
  }

  private static func isInHandler(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    tree.ancestors(node).contains { tree.kind($0) == .handler || tree[$0].role == .finalizer }
  }

  /// The call that is given the function in which a node stands, to run it behind the commit.
  private static func hook(
    around node: NodeIndex,
    among ordered: [OrderedCall],
    in context: UnitContext
  ) -> NodeIndex? {
    let tree = context.tree
    for above in tree.ancestors(node) where tree.kind(above) == .call {
      if context.call(above).map({ context.knowledge.order($0.path)?.step == .afterCommit }) == true { return above }
      // By the words that such hooks go by, where nobody knows them.
      let words = NameReading.words(NameReading.last(tree.name(above)))
      if words.contains("commit"), words.contains(where: { ["after", "on"].contains($0) }) { return above }
    }
    return nil
  }

  /// The transaction around a node: a scope, a call that is given a function, or a mark on the unit.
  private static func transaction(
    around node: NodeIndex,
    in context: UnitContext
  ) -> (scope: NodeIndex, body: NodeIndex)? {
    let tree = context.tree
    var child = node
    for above in tree.ancestors(node) {
      switch tree.kind(above) {
      case .scoped where tree[child].role == .body:
        if tree[above].scopeKind == .transaction { return (above, above) }
        if let resource = tree.child(above, .resource),
          context.calls(in: resource).contains(where: { $0.known?.part == .transaction && isOfDatabase($0) })
        {
          return (resource, above)
        }
      case .call where tree[child].role == .argument:
        if let call = context.call(above), call.known?.part == .transaction, isOfDatabase(call) {
          return (above, child)
        }
      case .handler: return nil
      default: break
      }
      child = above
    }
    for decorator in tree.children(tree.root) where tree[decorator].role == .decorator {
      if let call = context.call(decorator), call.known?.part == .transaction, isOfDatabase(call) {
        return (decorator, tree.root)
      }
    }
    return nil
  }

  /// Queues have transactions, too: what is sent in one of those belongs there.
  private static func isOfDatabase(_ call: CallFact) -> Bool {
    let words = NameReading.words(call.path)
    return !words.contains { ["kafka", "kafkajs", "redis", "pipeline", "multi", "producer"].contains($0) }
  }

  private static func write(in body: NodeIndex, in context: UnitContext) -> NodeIndex? {
    context.calls(in: body).first { isWrite($0) }?.node
  }

  private static func isWrite(_ call: CallFact) -> Bool {
    call.effect == .databaseWrite && call.known?.part != .transaction || call.known?.part == .stage
  }

  /// A write that the commit makes final, on a way to a node.
  private static func writes(before node: NodeIndex, to commit: NodeIndex, in context: UnitContext) -> NodeIndex? {
    context.calls.last {
      $0.node < node && $0.node != commit && isWrite($0) && context.knowledge.order($0.path) == nil
        && context.mayFollow(node, $0.node)
    }?.node
  }
}
