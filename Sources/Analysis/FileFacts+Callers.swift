import Behaviour
import Rules

extension FileFacts {
  /// Finds who calls the functions of the file that do nothing, or nothing but fail.
  mutating func addCallers(in units: [Unit]) {
    guard context.traits.isDisjoint(with: [.test, .generated, .vendored, .stub]) else { return }
    var idle: Set<Substring> = []
    for unit in units where (unit.kind == .function || unit.kind == .method) && unit.tree.doesNothing {
      idle.insert(unit.name[...])
    }
    guard !idle.isEmpty else { return }
    for unit in units where unit.kind != .test && !unit.traits.contains(.fixture) {
      // Names first: few of a unit's nodes are calls of something idle.
      var named: Set<NameID> = []
      for (id, name) in unit.tree.names.enumerated() where idle.contains(NameReading.last(name)) {
        named.insert(NameID(id))
      }
      guard !named.isEmpty else { continue }
      for node in unit.tree.nodes where node.kind == .call && named.contains(node.name) {
        guard let called = declaration(calledAs: unit.tree.text(node.name), in: unit), called.name != unit.qualifiedName
        else { continue }
        if declarations[called.name]?.caller == nil { declarations[called.name]?.caller = unit.qualifiedName }
        if !node.has(.discarded) { declarations[called.name]?.isAsked = true }
      }
    }
  }
}

extension BehaviourTree {
  /// Whether at most one statement stands in it, and that is no work: a return, an error, a call.
  fileprivate var doesNothing: Bool {
    guard count <= 60 else { return false }
    var statements = 0
    for child in children(root) where self[child].role == .statement {
      statements += 1
      switch kind(child) {
      case .return:
        guard let value = self.child(child, .value) else { continue }
        guard kind(value) == .literal || kind(value) == .call else { return false }
      case .raise, .call: continue
      default: return false
      }
    }
    return statements <= 2
  }
}
