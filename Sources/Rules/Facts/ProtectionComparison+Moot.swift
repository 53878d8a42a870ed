import Behaviour

extension ProtectionComparison {
  /// The parameter's type where it says now that the value is there.
  func typeWithoutNull(_ requirement: Requirement) -> String? {
    guard requirement.clause.count == 1, let atom = requirement.clause.first,
      atom.relation == .notNull || atom.relation == .truthy || atom.relation == .isType,
      old.tree.kind(atom.left) == .read
    else { return nil }
    let name = String(NameReading.root(old.tree.name(atom.left)))
    guard let position = old.unit.parameters.firstIndex(where: { $0.name == name }) else { return nil }
    let was = old.unit.parameters[position]
    guard
      let now = new.unit.parameters.first(where: { $0.name == name })
        ?? (new.unit.parameters.indices.contains(position) ? new.unit.parameters[position] : nil),
      let type = now.type, !now.hasDefault, !ProtectionComparison.isNullable(type)
    else { return nil }
    return was.hasDefault || was.type.map(ProtectionComparison.isNullable) ?? true ? type : nil
  }

  static func isNullable(_ type: String) -> Bool {
    let parts = type.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "?") }
    return type.hasSuffix("?")
      || parts.contains { ["None", "Optional", "null", "undefined", "any", "Any", "unknown", "Maybe"].contains($0) }
  }

  /// What was asked about is no part of the unit any more: a parameter, a variable of a loop, the value of a call that
  /// was made for more than the check.
  func isMoot(_ requirement: Requirement, _ concern: Protection.Concern) -> Bool {
    if concern.isStrong { return false }
    return requirement.clause.allSatisfy { atom in
      let operands = [atom.left, atom.right].compactMap { $0 }
      return areGone(operands, besides: requirement.node) || isDemanded(atom) || comesFromLoop(atom)
    }
  }

  /// Whether an atom asks if a value is there, and the value is one of those that a loop goes through now.
  func comesFromLoop(_ atom: ConditionAtom) -> Bool {
    guard atom.relation == .notNull || atom.relation == .truthy, old.tree.kind(atom.left) == .read else { return false }
    let name = old.tree.name(atom.left)
    guard !name.isEmpty, old.localNames.contains(name) else { return false }
    func goesThrough(_ context: UnitContext) -> Bool {
      context.writes(of: name, in: context.tree.subtree(context.tree.root)).contains { context.tree.kind($0) == .loop }
    }
    return goesThrough(new) && !goesThrough(old)
  }

  /// The type that a parameter has now, where it is of another kind than the one whose values were checked.
  func typeInPlace(of requirement: Requirement) -> String? {
    for operand in requirement.operands where old.tree.kind(operand) == .read || old.tree.kind(operand) == .call {
      let root = String(NameReading.root(old.tree.name(operand)))
      guard let was = old.unit.parameters.first(where: { $0.name == root })?.type,
        let now = new.unit.parameters.first(where: { $0.name == root })?.type
      else { continue }
      func bare(_ type: String) -> String { type.filter { $0.isLetter || $0.isNumber || $0 == "_" } }
      if bare(was) != bare(now), !bare(now).isEmpty { return now }
    }
    return nil
  }

  /// Whether an atom asks if a parameter was given, and the parameter must be given now.
  func isDemanded(_ atom: ConditionAtom) -> Bool {
    guard atom.relation == .notNull || atom.relation == .truthy, old.tree.kind(atom.left) == .read else { return false }
    let name = old.tree.name(atom.left)
    guard let was = old.unit.parameters.first(where: { $0.name == name }),
      let now = new.unit.parameters.first(where: { $0.name == name })
    else { return false }
    return was.hasDefault && !now.hasDefault
  }

  /// Whether all names in some expressions are the unit's own, and none of them is in the new unit.
  func areGone(_ expressions: [NodeIndex], besides check: NodeIndex) -> Bool {
    var roots: Set<String> = []
    for expression in expressions {
      for index in old.tree.subtree(expression) {
        guard old.tree.kind(index) == .read || old.tree.kind(index) == .call else { continue }
        let name = old.tree.name(index)
        let root = String(NameReading.root(name))
        // A function that is asked is not what it is asked about.
        if root.isEmpty || old.tree.kind(index) == .call && root == name { continue }
        guard old.localNames.contains(root) else { return false }
        if old.tree.kind(index) == .read, isMadeForCheck(index, check) { return false }
        roots.insert(root)
      }
    }
    return !roots.isEmpty && roots.allSatisfy { !new.localNames.contains($0) } && !isRenamed(roots)
  }

  /// Whether a name's value was asked for only to be checked: then the question went with the check.
  func isMadeForCheck(_ read: NodeIndex, _ check: NodeIndex) -> Bool {
    guard let definition = old.flow.definitions(reaching: read).first,
      old.tree[definition.target].role != .parameter, old.tree.kind(definition.giver) != .loop,
      !holdsOwnErrors(old.tree.name(definition.target))
    else { return false }
    return old.flow.uses(of: definition).allSatisfy { old.tree.contains(check, $0) }
  }

  /// Whether all that a name ever holds is nothing, or an error that the unit itself makes: it carries one from here to
  /// there, and nobody was asked for it.
  private func holdsOwnErrors(_ name: String) -> Bool {
    let writes = old.writes(of: name, in: old.tree.subtree(old.tree.root))
    return !writes.isEmpty
      && writes.allSatisfy { write in
        guard old.tree.kind(write) == .assign else { return false }
        guard let value = old.tree.child(write, .value) else { return true }
        switch old.tree.kind(value) {
        case .literal: return old.tree[value].literalKind == .null
        case .call:
          let words = NameReading.words(old.tree.name(value))
          return words.contains { ["error", "errors", "errorf", "exception"].contains($0) }
        default: return false
        }
      } && writes.contains { old.tree.child($0, .value).map { old.tree.kind($0) == .call } ?? false }
  }

  /// A parameter that goes by another name now is not gone.
  func isRenamed(_ roots: Set<String>) -> Bool {
    roots.contains { root in
      guard let position = old.unit.parameters.firstIndex(where: { $0.name == root }),
        old.unit.parameters.count == new.unit.parameters.count
      else { return false }
      return !old.localNames.contains(new.unit.parameters[position].name)
    }
  }
}
