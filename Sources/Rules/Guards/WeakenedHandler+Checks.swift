import Behaviour
import Knowledge

extension WeakenedHandler {
  /// Calls that turn a bad answer into an error, gone while what they looked at is still asked for: `raise_for_status()`,
  /// `check=True`.
  static func droppedChecks(_ context: UnitContext, old: UnitContext) -> [PendingEntry] {
    var found: [PendingEntry] = []
    let checks = old.calls.filter { raisers.contains(String(NameReading.last(old.tree.name($0.node)))) }
    if !checks.isEmpty, let entry = droppedRaise(checks, context, old) { found.append(entry) }
    for call in context.calls {
      guard let known = call.known, !known.checkedBy.isEmpty,
        let was = old.calls.first(where: { $0.path == call.path })
      else { continue }
      for label in known.checkedBy where isOn(label, of: was.node, in: old.tree) {
        guard !isOn(label, of: call.node, in: context.tree), !looksAt(known.checks, in: context, after: call.node)
        else {
          continue
        }
        found.append(
          entry(
            context,
            call.node,
            "`\(context.display(call.node))` used to raise when it failed (`\(label)`); now it goes on.",
            "Who looks at the result of `\(context.display(call.node))` now that it does not raise?"
          )
        )
      }
    }
    return found
  }

  private static let raisers: Set<String> = [
    "raise_for_status", "raiseForStatus", "check_returncode", "error_for_status", "throwForStatus",
  ]
  private static let looks: Set<String> = [
    "ok", "status_code", "status", "is_success", "is_error", "returncode", "statusCode", "reason",
  ]

  private static func droppedRaise(_ checks: [CallFact], _ context: UnitContext, _ old: UnitContext) -> PendingEntry? {
    let left = context.calls.count { raisers.contains(String(NameReading.last(context.tree.name($0.node)))) }
    guard left < checks.count, let check = checks.first else { return nil }
    // What is asked for still: a call of the catalog whose answer says how it went, in both versions.
    let asked = context.calls.first { call in
      call.known?.failure.contains(.status) == true && old.calls.contains { $0.path == call.path }
    }
    guard let asked, !looksAt(Array(looks), in: context, after: asked.node) else { return nil }
    let name = NameReading.last(old.tree.name(check.node))
    let callee = context.display(asked.node)
    return entry(
      context,
      asked.node,
      "The answer of `\(callee)` used to be checked by `\(name)`; now a bad one goes on as if it were good.",
      "What happens now when `\(callee)` answers with a status of 400 or 500?"
    )
  }

  private static func isOn(_ label: String, of call: NodeIndex, in tree: BehaviourTree) -> Bool {
    for argument in tree.children(call, .argument) where tree.name(argument) == label {
      guard let value = tree.child(argument, .value) else { return false }
      return tree.kind(value) != .literal || ![.false, .null].contains(tree[value].literalKind)
    }
    return false
  }

  private static func looksAt(_ members: [String], in context: UnitContext, after call: NodeIndex) -> Bool {
    let tree = context.tree
    return tree.nodes.indices.contains { index in
      let node = tree.nodes[index]
      guard node.kind == .read || node.kind == .call else { return false }
      return members.contains(String(NameReading.last(tree.text(node.name))))
    }
  }

  private static func entry(
    _ context: UnitContext,
    _ call: NodeIndex,
    _ message: String,
    _ question: String
  ) -> PendingEntry {
    PendingEntry(
      .flagged,
      call,
      key: "check \(context.display(call))",
      message: message,
      question: question,
      confidence: .medium,
      stake: Stake(losing: context.call(call)?.effect ?? .none)
    )
  }
}
