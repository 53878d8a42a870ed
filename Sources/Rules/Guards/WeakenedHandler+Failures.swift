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
        !context.tree[now].has(.propagated),
        isThrownAway(now, in: context) || isUnasked(now, in: context) && name.hasSuffix("!"),
        // What a handler does about it is the handler's to tell.
        !isHandled(now, in: context)
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
    return context.calls.first { context.tree.name($0.node) == plain && isUnasked($0.node, in: context) }?.node
  }

  /// Nobody looks at what it gives, unless it is what the unit happens to give for being last.
  private static func isUnasked(_ call: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree[call].has(.discarded)
      || tree[call].role == .value && tree.kind(tree.parent(call)) == .return && context.unit.returnType == nil
  }

  private static func isHandled(_ call: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    var child = call
    for above in tree.ancestors(call) {
      if tree.kind(above) == .closure { return false }
      if tree.kind(above) == .attempt, tree[child].role == .body, tree.child(above, .handler) != nil { return true }
      child = above
    }
    return false
  }

  private static func isThrownAway(_ call: NodeIndex, in context: UnitContext) -> Bool {
    let node = context.tree[call]
    return node.has(.voided) || node.has(.errorIgnored) || node.has(.discarded)
  }
}
