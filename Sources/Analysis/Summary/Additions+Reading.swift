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
  }

  private static let words: [String: Additions] = [
    "timeout": .deadline, "deadline": .deadline, "authorization": .authority, "bearer": .authority,
    "tenant": .authority, "apikey": .authority, "signature": .authority, "credentials": .authority,
    "token": .authority, "retry": .retry, "retries": .retry, "backoff": .retry, "metrics": .metrics,
    "metric": .metrics, "histogram": .metrics, "statsd": .metrics,
  ]
}
