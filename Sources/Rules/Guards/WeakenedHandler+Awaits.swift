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
      guard let now = comparison.counterpart(of: call.node), !tree[now].has(.awaited), tree[now].has(.discarded),
        !tree.ancestors(now).contains(where: { tree.kind($0) == .spawn || tree.kind($0) == .await }),
        tree.ancestors(now).first(where: { tree.kind($0) == .closure }) == nil
          || old.tree.ancestors(call.node).contains(where: { old.tree.kind($0) == .closure })
      else { continue }
      // In the new unit another of the same name may be waited for, and this one be new.
      guard awaits(of: tree.name(now), in: context) < awaits(of: old.tree.name(call.node), in: old) else { continue }
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

  private static func awaits(of name: String, in context: UnitContext) -> Int {
    context.calls.count { context.tree.name($0.node) == name && context.tree[$0.node].has(.awaited) }
  }
}
