import Behaviour
import Knowledge

extension WeakenedHandler {
  /// Calls that were waited for and now run beside the code: their failures reached the caller and reach nobody.
  static func droppedAwaits(_ context: UnitContext) -> [PendingEntry] {
    guard let comparison = context.comparison, !context.file.context.facts.has(.waitsByItself) else { return [] }
    let old = comparison.old
    let tree = context.tree
    var found: [PendingEntry] = []
    for call in old.calls where old.tree[call.node].has(.awaited) {
      guard let now = comparison.counterpart(of: call.node), !tree[now].has(.awaited), isDropped(now, in: tree),
        !tree.ancestors(now).contains(where: { tree.kind($0) == .spawn || tree.kind($0) == .await }),
        tree.ancestors(now).first(where: { tree.kind($0) == .closure }) == nil
          || old.tree.ancestors(call.node).contains(where: { old.tree.kind($0) == .closure })
      else { continue }
      // In the new unit another of the same name may be waited for, and this one be new.
      guard awaits(of: tree.name(now), in: context) < awaits(of: old.tree.name(call.node), in: old) else { continue }
      if isDoneAtOnce(now, context, comparison) { continue }
      let callee = context.display(now)
      found.append(
        PendingEntry(
          .flagged,
          now,
          at: context.headline(now),
          key: "await \(callee)",
          message: "`\(callee)` was waited for before this change; now its failure reaches nobody.",
          question: "Who learns of it when `\(callee)` fails, and what runs before it is done?",
          confidence: .medium,
          stake: Stake(losing: context.call(now)?.effect ?? .none)
        )
      )
    }
    return found
  }

  /// Whether nobody takes what a call gives, or what the links that hang on it give.
  private static func isDropped(_ call: NodeIndex, in tree: BehaviourTree) -> Bool {
    var top = call
    while tree[top].role == .receiver, tree.kind(tree.parent(top)) == .call, !tree[top].has(.discarded) {
      top = tree.parent(top)
    }
    return tree[top].has(.discarded)
  }

  /// Whether what is called had to be waited for and, by what the change made of it, needs no waiting any more.
  private static func isDoneAtOnce(
    _ call: NodeIndex,
    _ context: UnitContext,
    _ comparison: ProtectionComparison
  ) -> Bool {
    let name = context.tree.name(call)
    let last = String(NameReading.last(name))
    func gives(_ unit: Unit) -> Bool {
      let type = unit.returnType ?? ""
      return unit.traits.contains(.async)
        || ["Promise", "Task", "Future", "Awaitable", "Coroutine"].contains { type.contains($0) }
    }
    if let found = context.file.declaration(calledAs: name, in: context.unit) {
      let was = comparison.baseline.oldUnits().first { $0.qualifiedName == found.name }
      let now = comparison.baseline.newUnits().first { $0.qualifiedName == found.name }
      guard let was, let now else { return false }
      return gives(was) && !gives(now)
    }
    let files = comparison.baseline.elsewhere.files
    let are = files.flatMap(\.new).filter { $0.name == last && $0.kind != .test }
    let were = files.flatMap(\.old).filter { $0.name == last && $0.kind != .test }
    return are.count == 1 && were.count == 1 && gives(were[0]) && !gives(are[0])
  }

  private static func awaits(of name: String, in context: UnitContext) -> Int {
    context.calls.count { context.tree.name($0.node) == name && context.tree[$0.node].has(.awaited) }
  }
}
