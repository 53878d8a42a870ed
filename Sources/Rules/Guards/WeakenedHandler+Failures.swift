import Behaviour
import Knowledge

extension WeakenedHandler {
  /// Calls whose failure left the unit, and whose failure is a value that nobody takes now: `f()?` that became
  /// `let _ = f()`, `save!` that became `save`.
  static func droppedFailures(_ context: UnitContext) -> [PendingEntry] {
    guard let comparison = context.comparison else { return [] }
    let old = comparison.old
    var found: [PendingEntry] = []
    for call in old.calls {
      let name = old.tree.name(call.node)
      guard
        let now = old.tree[call.node].has(.propagated)
          ? comparison.counterpart(of: call.node)
          : name.utf8.last == UInt8(ascii: "!") ? quiet(name, context, old) : nil,
        !context.tree[now].has(.propagated), isThrownAway(now, in: context),
        !context.tree.ancestors(now).contains(where: {
          context.tree.kind($0) == .attempt && context.tree[$0].has(.byCall)
        })
      else { continue }
      let callee = context.display(now)
      found.append(
        PendingEntry(
          .flagged,
          now,
          at: context.headline(now),
          key: "failure \(callee)",
          message:
            "Before this change a failure of `\(old.display(call.node))` reached the caller; now nobody takes it.",
          question: "Who learns of it when `\(callee)` fails?",
          confidence: .medium,
          stake: Stake(losing: context.call(now)?.effect ?? .none)
        )
      )
    }
    return found
  }

  /// The call of the same name without its mark, where the old unit had none.
  private static func quiet(_ name: String, _ context: UnitContext, _ old: UnitContext) -> NodeIndex? {
    let plain = String(name.dropLast())
    guard !old.calls.contains(where: { old.tree.name($0.node) == plain }),
      !context.calls.contains(where: { context.tree.name($0.node) == name })
    else { return nil }
    return context.calls.first { context.tree.name($0.node) == plain && context.tree[$0.node].has(.discarded) }?.node
  }

  private static func isThrownAway(_ call: NodeIndex, in context: UnitContext) -> Bool {
    let node = context.tree[call]
    return node.has(.voided) || node.has(.errorIgnored) || node.has(.discarded)
  }
}
