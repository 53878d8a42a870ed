import Behaviour
import Knowledge

extension ProtectionComparison {
  /// A call that the old unit did not make, whose body is not in reach, and that gets what was asked about.
  func possibleCheck(of requirement: Requirement) -> NodeIndex? {
    let subjects = old.names(in: requirement.operands, naming: naming, ownOnly: false)
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls where call.known == nil && !were.contains(NameReading.last(new.tree.name(call.node))) {
      switch new.role(of: call) {
      case .log, .harmless, .ambiguous, .cleanup, .sleep: continue
      default: break
      }
      if new.file.declaration(calledAs: new.tree.name(call.node), in: new.unit) != nil { continue }
      let words = NameReading.words(NameReading.last(new.tree.name(call.node)))
      if ProtectionNames.isValidation(words) || ProtectionNames.isPermission(words) { return call.node }
      let takes = new.tree.children(call.node, .argument).contains { argument in
        new.tree.subtree(argument).contains { index in
          guard new.tree.kind(index) == .read else { return false }
          let name = FormWriter.name(new.tree.name(index), in: new, naming: naming)
          return subjects.contains { NameReading.isRooted($0, in: name) }
        }
      }
      let asks =
        new.tree.kind(new.tree.parent(call.node)) == .branch || new.tree.kind(new.tree.parent(call.node)) == .condition
      if takes,
        asks || new.tree[call.node].has(.discarded) || isTested(call.node) || words.first == "is"
          || words.first == "can"
      {
        return call.node
      }
    }
    return nil
  }

  /// Whether the name that a call's value gets is asked in a condition.
  func isTested(_ call: NodeIndex) -> Bool {
    var value = call
    if new.tree.kind(new.tree.parent(value)) == .await { value = new.tree.parent(value) }
    let assign = new.tree.parent(value)
    guard new.tree.kind(assign) == .assign, let target = new.tree.child(assign, .target),
      let definition = new.flow.definition(at: target)
    else { return false }
    return new.flow.uses(of: definition).contains { use in
      new.tree[use].role == .condition || new.tree.kind(new.tree.parent(use)) == .condition
    }
  }

  /// A call that says by its name that it checks, and that the old unit did not make.
  func newCheck() -> NodeIndex? {
    let were = Set(old.calls.map { NameReading.last(old.tree.name($0.node)) })
    for call in new.calls where !were.contains(NameReading.last(new.tree.name(call.node))) {
      let words = NameReading.words(NameReading.last(new.tree.name(call.node)))
      if ProtectionNames.isValidation(words) || ProtectionNames.isPermission(words) { return call.node }
    }
    return nil
  }

  /// A handler that the old unit did not have, around what was protected or around what was asked about, and that may
  /// stand for the check: it names the failure, or what the check kept out fails by itself.
  func newHandler(
    for requirement: Requirement,
    _ concern: Protection.Concern,
    around node: NodeIndex
  ) -> NodeIndex? {
    let had = old.tree.nodes.count { $0.kind == .handler }
    guard new.tree.nodes.count(where: { $0.kind == .handler }) > had else { return nil }
    let fails = concern < .tenancy && requirement.clause.contains(where: failsByItself)
    func stands(_ handler: NodeIndex) -> Bool {
      fails || new.handlers.contains { $0.node == handler && $0.caught < .system }
    }
    for above in new.tree.ancestors(node) where new.tree.kind(above) == .attempt {
      return new.tree.child(above, .handler).flatMap { stands($0) ? $0 : nil }
    }
    let subjects = old.names(in: requirement.operands, naming: naming, ownOnly: false)
    for index in new.tree.nodes.indices where new.tree.nodes[index].kind == .attempt {
      let attempt = NodeIndex(index)
      guard let handler = new.tree.child(attempt, .handler), let body = new.tree.child(attempt, .body) else { continue }
      let isAbout = new.tree.subtree(body).contains { index in
        new.tree.kind(index) == .read
          && subjects.contains(FormWriter.name(new.tree.name(index), in: new, naming: naming))
      }
      if isAbout, stands(handler) { return handler }
    }
    return nil
  }

  /// Whether code that goes on with what a condition keeps out fails sooner or later: with what is absent, of another
  /// type, or outside of a collection. A number on the wrong side of another one, or a state that is not the right one,
  /// is used like any other.
  private func failsByItself(_ atom: ConditionAtom) -> Bool {
    switch atom.relation {
    case .truthy, .falsy, .null, .notNull, .contained, .notContained, .isType, .isNotType: true
    case .equal, .notEqual, .less, .lessOrEqual:
      [atom.left, atom.right].compactMap(\.self).contains { side in
        old.tree.subtree(side).contains { node in
          switch NameReading.last(old.tree.name(node)) {
          case "length", "size", "count", "len", "Count", "Length": true
          default: false
          }
        }
      }
        || (atom.relation == .equal || atom.relation == .notEqual)
          && [atom.left, atom.right].compactMap(\.self).contains { isZero($0) }
    }
  }

  /// What nothing can be divided by.
  private func isZero(_ node: NodeIndex) -> Bool {
    old.tree.kind(node) == .literal && old.tree[node].literalKind == .integer && old.tree.name(node) == "0"
  }
}
