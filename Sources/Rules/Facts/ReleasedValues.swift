package import Behaviour

/// The calls of a unit whose value the unit closes: `f = opened(); f.close()`, `with opened() as f`.
package enum ReleasedValues {
  package static func calls(in tree: BehaviourTree) -> Set<NodeIndex> {
    var found: Set<NodeIndex> = []
    var closed: Set<Substring>?
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .scoped where tree.nodes[index].scopeKind == .resource:
        if let resource = tree.child(node, .resource), let call = call(in: resource, tree) { found.insert(call) }
      case .assign:
        if closed == nil { closed = closedNames(in: tree) }
        guard let closed, !closed.isEmpty else { continue }
        guard let value = tree.child(node, .value), let call = call(in: value, tree),
          let target = tree.child(node, .target)
        else { continue }
        let first = tree.kind(target) == .collection ? tree.children(target).first(where: { _ in true }) : target
        if let first, tree.kind(first) == .read, closed.contains(tree.name(first)[...]) { found.insert(call) }
      default: continue
      }
    }
    return found
  }

  /// The names of a unit's own that something closes, in whatever part of them.
  private static func closedNames(in tree: BehaviourTree) -> Set<Substring> {
    guard tree.names.contains(where: { isClosing(NameReading.last($0)) }) else { return [] }
    var found: Set<Substring> = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .call && tree.nodes[index].name != 0 {
      let node = NodeIndex(index)
      let name = tree.name(node)
      guard isClosing(NameReading.last(name)) else { continue }
      let root = NameReading.root(name)
      if root.utf8.count < name.utf8.count {
        found.insert(root)
      } else if let first = tree.child(node, .argument), let value = tree.child(first, .value),
        tree.kind(value) == .read
      {
        // `closeQuietly(stream)`
        found.insert(NameReading.root(tree.name(value)))
      }
      // `MutexLock.release(lock)`
      if let first = tree.child(node, .argument), let value = tree.child(first, .value), tree.kind(value) == .read,
        NameReading.isCapitalized(root)
      {
        found.insert(NameReading.root(tree.name(value)))
      }
    }
    return found
  }

  private static func call(in value: NodeIndex, _ tree: BehaviourTree) -> NodeIndex? {
    var node = value
    for _ in 0..<4 {
      switch tree.kind(node) {
      // `client.open().ConfigureAwait(false)`: how it is waited for.
      case .call where NameReading.last(tree.name(node)) == "ConfigureAwait":
        guard let inner = tree.child(node, .receiver) else { return nil }
        node = inner
      case .call: return node
      case .await:
        guard let inner = tree.child(node, .value) else { return nil }
        node = inner
      default: return nil
      }
    }
    return nil
  }

  package static func isClosing(_ name: Substring) -> Bool {
    // Most names are ruled out by their first letter.
    switch name.utf8.first {
    case UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "r"),
      UInt8(ascii: "R"), UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "q"), UInt8(ascii: "e"):
      return closing.contains(name)
    default: return false
    }
  }

  /// What closes a thing for good by its name, and is hardly called upon anything else.
  package static let closing: Set<Substring> = [
    "close", "Close", "CloseAsync", "closeAsync", "aclose", "closeQuietly", "dispose", "Dispose", "DisposeAsync",
    "release", "Release", "disconnect", "Disconnect", "DisconnectAsync", "shutdown", "Shutdown", "shutdownNow", "quit",
    "endSession",
  ]
}
