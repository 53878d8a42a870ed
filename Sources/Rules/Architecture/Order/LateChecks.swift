import Behaviour
import Knowledge

/// Whether somebody may do something is asked when it is done already.
enum LateChecks {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    let checks = checks(among: ordered, in: context)
    guard let first = checks.first else { return [] }
    let effects = context.calls.filter { isWeighty($0, in: context) }
    if let early = effects.first(where: { context.dominates($0.node, first) && context.mayFollow(first, $0.node) }),
      isAboutTheSame(early.node, first, in: context)
    {
      let name = context.wording(of: first)
      return [
        OrderFinding(
          outcome: .flagged,
          node: early.node,
          other: first,
          note: "asked here",
          message: "`\(context.display(early.node))` is done before `\(context.shown(name))` asks who may.",
          question: "Somebody who may not do this comes to `\(context.display(early.node))` first: what undoes it?",
          confidence: .high,
          stake: .security
        )
      ]
    }
    guard let late = effects.first(where: { context.dominates(first, $0.node) }) else { return [] }
    return [
      OrderFinding(
        outcome: .checked,
        node: first,
        other: late.node,
        note: "done behind it",
        message: "Who may is asked before `\(context.display(late.node))`.",
        stake: .security
      )
    ]
  }

  /// What fails where somebody may not: by the catalog, or a function of the workspace that by its name asks so and
  /// in fact raises; or a condition behind which such a failure is raised. In reading order.
  private static func checks(among ordered: [OrderedCall], in context: UnitContext) -> [NodeIndex] {
    let tree = context.tree
    var found = ordered.filter { $0.order.step == .authorizes }.map(\.call.node)
    for call in context.calls where call.known == nil {
      let last = String(NameReading.last(tree.name(call.node)))
      guard CallPractice.isGuard(last), NameReading.words(last).contains(where: { words.contains($0) }),
        let callee = context.callee(of: call.node), callee.summary.conduct.contains(.raises)
      else { continue }
      found.append(call.node)
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .raise {
      let raise = NodeIndex(index)
      guard let value = tree.child(raise, .value), saysForbidden(value, tree),
        let branch = tree.ancestors(raise).first(where: { tree.kind($0) == .branch }),
        tree.parent(tree.parent(raise)) == branch, let condition = tree.child(branch, .condition)
      else { continue }
      found.append(condition)
    }
    return found.sorted()
  }

  private static func saysForbidden(_ value: NodeIndex, _ tree: BehaviourTree) -> Bool {
    let name = NameReading.last(tree.name(value))
    return NameReading.words(name).contains { forbidden.contains($0) }
  }

  /// What is done to something that belongs to somebody: not a line in a log of who came by.
  private static func isWeighty(_ call: CallFact, in context: UnitContext) -> Bool {
    guard context.certainty(call) > .nameOnly, call.known?.part != .stage, context.knowledge.order(call.path) == nil
    else { return false }
    switch call.effect {
    case .databaseWrite, .payment, .cloud: break
    default: return false
    }
    if context.tree.ancestors(call.node).contains(where: { context.tree.kind($0) == .handler }) { return false }
    return !NameReading.words(context.tree.name(call.node)).contains { trails.contains($0) }
  }

  /// The effect and the question share a name: what is changed, or by whom.
  private static func isAboutTheSame(_ effect: NodeIndex, _ check: NodeIndex, in context: UnitContext) -> Bool {
    func roots(_ node: NodeIndex) -> Set<String> {
      var found: Set<String> = [String(NameReading.root(context.startOfReceiver(node)))]
      for inner in context.tree.subtree(node) where context.tree[inner].name != 0 {
        let kind = context.tree.kind(inner)
        if kind == .read || kind == .call { found.insert(String(NameReading.root(context.tree.name(inner)))) }
      }
      return found.subtracting(["self", "this", ""])
    }
    return !roots(effect).isDisjoint(with: roots(check))
  }

  private static let words: Set<String> = [
    "authorize", "authorise", "authorized", "permission", "permissions", "access", "owner", "ownership", "admin",
    "role", "roles", "allowed", "policy", "acl",
  ]
  private static let forbidden: Set<String> = [
    "permission", "forbidden", "unauthorized", "unauthorised", "denied", "authorization", "forbid",
  ]
  private static let trails: Set<String> = [
    "audit", "log", "logs", "attempt", "attempts", "event", "events", "history", "session", "sessions", "visit",
    "token", "tokens", "login", "logins", "throttle", "limit", "metric", "metrics",
  ]
}
