import Behaviour
import Knowledge

/// What keeps a second writer out.
extension LostUpdate {
  static func guardian(
    of update: Update,
    in context: UnitContext
  ) -> (
    clause: String, node: NodeIndex
  )? {
    let tree = context.tree
    // The row is locked while it is read.
    for call in context.calls(in: top(of: update.load.node, tree)) {
      if call.known?.part == .lock || locksRow(call, in: context) {
        return ("`\(context.display(call.node))` locks what it reads", call.node)
      }
    }
    if context.statement(of: update.load.node)?.locks == true {
      return ("the statement locks what it reads", update.load.node)
    }
    // A lock stands over both, or was taken before.
    for above in tree.ancestors(update.write.node) where tree.kind(above) == .scoped {
      guard tree.contains(above, update.load.node), let resource = tree.child(above, .resource)
      else { continue }
      if tree[above].scopeKind == .lock || isLock(resource, in: context) {
        return ("a lock stands over both", resource)
      }
      if tree.subtree(resource).contains(where: { isSerializable($0, tree) }) {
        return ("the transaction is serializable", resource)
      }
    }
    for call in context.calls where call.known?.part == .lock && call.node < update.load.node {
      if context.dominates(call.node, update.load.node) {
        return ("`\(context.display(call.node))` was taken before", call.node)
      }
    }
    for above in tree.ancestors(update.write.node)
    where tree.kind(above) == .closure && tree.contains(above, update.load.node) {
      let taker = tree.parent(tree.parent(above))
      guard tree.kind(taker) == .call else { continue }
      if context.call(taker)?.known?.part == .lock {
        return ("`\(context.display(taker))` lets one run at a time", taker)
      }
      if tree.children(taker, .argument).contains(where: { argument in
        tree.subtree(argument).lowerBound < above
          && tree.subtree(argument).contains { isSerializable($0, tree) }
          && !tree.contains(argument, above)
      }) {
        return ("the transaction is serializable", taker)
      }
    }
    // The write names the version that was read.
    for at in tree.subtree(top(of: update.write.node, tree)) where namesVersion(at, tree) {
      return ("it writes only where the version is the one that was read", at)
    }
    if saysVersion(context, update.write.node) {
      return ("its statement asks for the version that was read", update.write.node)
    }
    return nil
  }

  /// The whole chain of calls around a call.
  static func top(of call: NodeIndex, _ tree: BehaviourTree) -> NodeIndex {
    var node = call
    while tree[node].role == .receiver, tree.kind(tree.parent(node)) == .call {
      node = tree.parent(node)
    }
    return node
  }

  private static func locksRow(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    let words = NameReading.words(NameReading.last(tree.name(call.node)))
    if words.contains("lock") || words.suffix(2).elementsEqual(["for", "update"]) { return true }
    // `Account.lock.find(id)`
    if tree.name(call.node).split(separator: ".").dropLast().contains("lock") { return true }
    return tree.children(call.node, .argument).contains { argument in
      tree.subtree(argument).contains { at in
        switch tree.kind(at) {
        case .argument:
          tree.name(at) == "lock" || tree.name(at) == "with_for_update"
            || tree.name(at) == "lockMode"
        case .read, .literal:
          tree.name(at).uppercased().contains("PESSIMISTIC")
            || tree.name(at).hasSuffix("clause.Locking")
        default: false
        }
      }
    }
  }

  static func isLock(_ resource: NodeIndex, in context: UnitContext) -> Bool {
    if context.calls(in: resource).contains(where: { $0.known?.part == .lock }) { return true }
    return NameReading.words(context.tree.name(resource)).contains {
      ["lock", "mutex"].contains($0)
    }
  }

  private static func isSerializable(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    let kind = tree.kind(node)
    guard kind == .literal || kind == .read else { return false }
    return tree.name(node).lowercased().contains("serializable")
  }

  /// What the workspace shows of the table that a model writes to: one that is written by a statement says itself what
  /// it asks for.
  static func modelFact(of update: Update, in context: UnitContext) -> ModelFact? {
    guard let workspace = context.workspace, context.statement(of: update.write.node) == nil,
      update.write.effect != .cacheWrite
    else { return nil }
    let tree = context.tree
    var names: [String] = []
    // `session.get(Account, id)`, `em.find(Account.class, id)`
    for at in tree.subtree(update.load.node) where tree.kind(at) == .read && tree[at].role == .value {
      let name =
        tree.name(at).hasSuffix(".class") ? String(tree.name(at).dropLast(6)) : tree.name(at)
      if NameReading.isCapitalized(NameReading.last(name)) { names.append(name) }
    }
    var parts = context.startOfReceiver(update.load.node).split(separator: ".")
    while let last = parts.last, ["objects", "query", "_default_manager"].contains(last) {
      parts.removeLast()
    }
    if let last = parts.last { names.append(String(last)) }
    return names.lazy.compactMap { workspace.model($0) }.first
  }

  /// `where: { id, version: row.version }`, `filter(version=row.version)`
  private static func namesVersion(_ node: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard tree.kind(node) == .argument, tree[node].name != 0, let value = tree.child(node, .value),
      tree.kind(value) != .operation, tree.kind(value) != .collection
    else { return false }
    let words = NameReading.words(tree.name(node))
    return words.contains("version") || words == ["etag"] || words == ["if", "match"]
      || words == ["condition", "expression"]
  }

  private static func saysVersion(_ context: UnitContext, _ call: NodeIndex) -> Bool {
    let tree = context.tree
    return tree.subtree(top(of: call, tree)).contains { at in
      guard tree.kind(at) == .literal, tree[at].literalKind == .string else { return false }
      let text = tree.name(at).lowercased()
      guard let place = text.firstRange(of: "where") else { return false }
      return text[place.upperBound...].contains("version")
    }
  }
}
