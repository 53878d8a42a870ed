import Behaviour
import Knowledge

/// A place in a unit that runs only where something goes wrong.
struct FailureCode {
  let node: NodeIndex
  /// As the end of "which test makes … happen".
  let what: String
  /// A clause for the evidence.
  let note: String

  /// In reading order.
  static func all(in context: UnitContext) -> [FailureCode] {
    let tree = context.tree
    var found: [FailureCode] = []
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.kind(node) {
      case .raise where isChosen(node, in: context) && !isDefensive(node, in: context):
        let value = tree.child(node, .value).map { context.shown(context.unit.written(tree.name($0))) } ?? ""
        let what = value.isEmpty ? "this failure" : "`\(value)`"
        found.append(FailureCode(node: node, what: what, note: "fails here on its own account"))
      case .handler:
        guard let call = covered(by: node, in: context) else { continue }
        found.append(
          FailureCode(
            node: node,
            what: "the failure of `\(context.display(call))`",
            note: "runs where `\(context.display(call))` fails"
          )
        )
      default: continue
      }
    }
    return found
  }

  /// Whether a failure is raised under a condition about something that a caller or the world decides.
  private static func isChosen(_ raise: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    var child = raise
    var isChosen = false
    for above in tree.ancestors(raise) {
      switch tree.kind(above) {
      case .closure, .handler, .assertion: return false
      case .branch where !isChosen:
        if tree[child].role == .otherwise, tree[above].has(.match) { return false }
        isChosen = tree[child].role == .arm || tree[child].role == .otherwise
      default: break
      }
      child = above
    }
    return isChosen
  }

  /// What is raised where the code itself is wrong, which no test can bring about.
  private static func isDefensive(_ raise: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let value = tree.child(raise, .value) else { return false }
    for node in tree.subtree(value).prefix(40) where tree[node].name != 0 {
      let words = NameReading.words(tree.name(node))
      if words.contains(where: { defensiveWords.contains($0) }) || words.starts(with: ["illegal", "state"])
        || words.starts(with: ["type", "error"])
      {
        return true
      }
    }
    return false
  }

  private static let defensiveWords: Set<String> = [
    "implemented", "unimplemented", "unreachable", "assertion", "unsupported", "supported", "internal",
    "unexpected", "impossible", "never", "unknown", "invariant", "todo", "bug", "unhandled", "exhaustive", "cancelled",
    "interrupted", "cancellation", "abstract", "deprecated", "precondition",
  ]

  /// The call that leaves the process, or may fail in another unit, whose failure a handler takes: where it does more
  /// than to hand it on.
  private static func covered(by handler: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    guard let body = tree.child(tree.parent(handler), .body), let own = tree.child(handler, .body),
      !tree.ancestors(handler).contains(where: { tree.kind($0) == .closure })
    else { return nil }
    // What it hands on, all others hand on too.
    if context.ways(outOf: own) == .raises { return nil }
    return context.calls(in: body).first { $0.known != nil && $0.effect.leavesProcess && $0.effect != .process }?.node
  }
}
