package import Behaviour

extension BehaviourTree {
  /// Whether two expressions are written alike: the same operators, names and constants in the same places.
  package func isSame(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
    if a == b { return true }
    let first = subtree(a)
    let second = subtree(b)
    guard first.count == second.count else { return false }
    for (x, y) in zip(first, second) {
      let left = self[x]
      let right = self[y]
      guard left.kind == right.kind, left.name == right.name, left.detail == right.detail || left.kind == .call,
        left.next &- x == right.next &- y, x == a || left.role == right.role,
        left.has(.spread) == right.has(.spread), left.kind != .unknown
      else { return false }
    }
    return true
  }

  /// Whether a node or one below it is of one of these kinds.
  package func holds(_ kinds: Set<NodeKind>, in node: NodeIndex) -> Bool {
    subtree(node).contains { kinds.contains(kind($0)) }
  }
}
