import Behaviour
import Knowledge
import Rules

extension Additions {
  /// What a unit that reaches outside adds to that.
  init(_ context: UnitContext) {
    self = []
    let tree = context.tree
    for name in tree.names.dropFirst() where name.utf8.count <= 60 {
      for word in NameReading.words(name) {
        if let addition = Additions.words[word] { insert(addition) }
      }
    }
    for handler in tree.nodes.indices where tree.nodes[handler].kind == .handler {
      if tree.subtree(NodeIndex(handler)).contains(where: { tree.kind($0) == .raise }) { insert(.errors) }
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .raise && !contains(.errors) {
      // A status that becomes a failure.
      if tree.ancestors(NodeIndex(index)).contains(where: { tree.kind($0) == .branch }) { insert(.errors) }
    }
    if !contains(.retry), !context.retries.isEmpty { insert(.retry) }
    for call in context.calls where !contains(.log) || !contains(.metrics) {
      switch call.known?.part {
      case .log, .logTrace: insert(.log)
      case .report: insert(.metrics)
      default: if case .log = context.role(of: call) { insert(.log) }
      }
    }
    if context.calls.contains(where: { $0.effect.leavesProcess && Additions.takesAddress($0, context) }) {
      insert(.anyAddress)
    }
  }

  /// Whether who calls the unit says where a call goes: its first argument, or the one that is named like an address,
  /// is a parameter, perhaps behind a root, and not a place that the unit itself names.
  private static func takesAddress(_ call: CallFact, _ context: UnitContext) -> Bool {
    let tree = context.tree
    let arguments = Array(tree.children(call.node, .argument))
    guard let first = arguments.first(where: { addresses.contains(tree.name($0)) }) ?? arguments.first,
      let value = tree.child(first, .value)
    else { return false }
    let origin = context.flow.origin(of: value) ?? value
    // What comes first says where: behind it there may be a query.
    for node in tree.subtree(tree.kind(origin) == .collection ? value : origin) {
      switch tree.kind(node) {
      case .read:
        let root = NameReading.root(tree.name(node))
        if context.unit.parameters.contains(where: { $0.name == root }) { return true }
      case .literal where tree[node].literalKind == .string:
        if namesPlace(tree.name(node)) { return false }
      default: continue
      }
    }
    return false
  }

  /// Whether a text is more than a verb, or the root of all addresses.
  private static func namesPlace(_ text: String) -> Bool {
    if let scheme = text.firstRange(of: "://") { return text[scheme.upperBound...].split(separator: "/").count > 2 }
    return text.contains { $0.isLetter && !$0.isUppercase } || text.utf8.count > 8
  }

  private static let addresses: Set<String> = [
    "url", "uri", "path", "endpoint", "key", "sql", "query", "request", "statement", "address",
  ]

  private static let words: [String: Additions] = [
    "timeout": .deadline, "deadline": .deadline, "authorization": .authority, "bearer": .authority,
    "tenant": .authority, "apikey": .authority, "signature": .authority, "credentials": .authority,
    "token": .authority, "retry": .retry, "retries": .retry, "backoff": .retry, "metrics": .metrics,
    "metric": .metrics, "histogram": .metrics, "statsd": .metrics,
  ]
}
