import Behaviour

extension ProtectionComparison {
  func helper(with requirement: Requirement, before anchor: NodeIndex) -> Helper? {
    helpers.first { helper in
      guard helper.call <= anchor, !stoodAlready(helper) else { return false }
      let matcher = RequirementMatcher(old: old, new: helper.context, naming: .anonymous)
      if case .same = matcher.match(requirement) { return true }
      return returnsCondition(helper.context, requirement) || asksAsWritten(helper, requirement)
    }
  }

  /// Whether a new function asks what a branch asked, as it was written, of what it is given: a name that stands for a
  /// condition is a parameter there.
  private func asksAsWritten(_ helper: Helper, _ requirement: Requirement) -> Bool {
    guard helper.isNew, let condition = old.tree.child(requirement.node, .condition) else { return false }
    let asked = old.names(in: [condition], naming: naming)
    let given = new.names(in: new.tree.children(helper.call, .argument), naming: naming)
    guard !asked.isEmpty, asked.isSubset(of: given) else { return false }
    let wanted = FormWriter.hash(condition, in: old, naming: .anonymous, expands: false)
    let tree = helper.context.tree
    return tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .branch, tree.nodes[index].has(.guard),
        let other = tree.child(NodeIndex(index), .condition)
      else { return false }
      return FormWriter.hash(other, in: helper.context, naming: .anonymous, expands: false) == wanted
    }
  }

  /// Whether the old unit called the same function, which is what it was: what it checks it checked before, besides
  /// what is gone.
  func stoodAlready(_ helper: Helper) -> Bool {
    let name = new.tree.name(helper.call)
    guard old.calls.contains(where: { old.tree.name($0.node) == name }) else { return false }
    return baseline.oldUnits().contains {
      $0.qualifiedName == helper.name && $0.tree == helper.context.tree
    }
  }

  /// A function that gives the condition back as its answer: `return order.owner == user`.
  func returnsCondition(_ helper: UnitContext, _ requirement: Requirement) -> Bool {
    let wanted = requirement.clause.map { old.forms(of: $0, naming: .anonymous) }
    for index in helper.tree.nodes.indices where helper.tree.nodes[index].kind == .return {
      guard let value = helper.tree.child(NodeIndex(index), .value) else { continue }
      for held in [true, false] {
        for clause in helper.clauses(of: value, held: held) {
          let forms = clause.map { helper.forms(of: $0, naming: .anonymous) }
          if forms.count == wanted.count,
            forms.allSatisfy({ form in wanted.contains { !Set($0).isDisjoint(with: form) } })
          {
            return true
          }
        }
      }
    }
    return false
  }

  /// The units of the change that call this one, and where.
  func callers() -> [(context: UnitContext, calls: [NodeIndex])] {
    var found: [(UnitContext, [NodeIndex])] = []
    for unit in baseline.newUnits() where unit.qualifiedName != new.unit.qualifiedName {
      let calls = unit.tree.nodes.indices.filter {
        unit.tree.nodes[$0].kind == .call
          && new.file.declaration(calledAs: unit.tree.text(unit.tree.nodes[$0].name), in: unit)?.name
            == new.unit.qualifiedName
      }
      guard !calls.isEmpty else { continue }
      found.append((UnitContext(unit: unit, file: new.file, knowledge: new.knowledge), calls.map { NodeIndex($0) }))
    }
    guard new.unit.name.utf8.count >= 4 else { return found }
    for file in baseline.elsewhere.files where file.facts.context.language == new.file.context.language {
      for unit in file.new where unit.kind != .test && !file.facts.context.traits.contains(.test) {
        let calls = unit.tree.nodes.indices.filter {
          unit.tree.nodes[$0].kind == .call
            && NameReading.last(unit.tree.text(unit.tree.nodes[$0].name)) == new.unit.name
        }
        guard !calls.isEmpty else { continue }
        found.append((UnitContext(unit: unit, file: file.facts, knowledge: new.knowledge), calls.map { NodeIndex($0) }))
      }
    }
    return found
  }

  /// Another member of the type that asks now, and did not, what was asked of the object's own fields.
  func sibling(with requirement: Requirement) -> String? {
    guard let owner = new.unit.owner?.name,
      requirement.operands.allSatisfy({ operand in
        old.tree.kind(operand) == .literal || ["self", "this"].contains(NameReading.root(old.tree.name(operand)))
      }), requirement.operands.contains(where: { old.tree.kind($0) != .literal })
    else { return nil }
    let were = baseline.oldUnits()
    func asks(_ unit: Unit) -> Bool {
      let context = UnitContext(unit: unit, file: new.file, knowledge: new.knowledge)
      let matcher = RequirementMatcher(old: old, new: context, naming: naming)
      guard case .same(let found)? = matcher.match(requirement) else { return false }
      return found.contains { $0.source == .guarded(.raises) || $0.source == .asserted }
    }
    return baseline.newUnits().first { unit in
      guard unit.owner?.name == owner, unit.qualifiedName != new.unit.qualifiedName, unit.kind != .test else {
        return false
      }
      let was = were.first { $0.qualifiedName == unit.qualifiedName }
      return was?.tree != unit.tree && asks(unit) && was.map { !asks($0) } ?? true
    }?.name
  }

  /// Callers that ask by the same call now, and did not, whatever they do with the answer: pick from a list, say.
  func callers(asking requirement: Requirement) -> ProtectionFate? {
    let asked = Set(requirement.clause.compactMap { callee(askedBy: $0, in: old) })
    guard !asked.isEmpty else { return nil }
    func asks(_ unit: Unit) -> Bool { ProtectionComparison.calls(unit, anyOf: asked) }
    let were = baseline.oldUnits() + baseline.elsewhere.files.flatMap(\.old)
    // By its name alone, where nothing says what an object is.
    let here = baseline.newUnits().filter { unit in
      unit.qualifiedName != new.unit.qualifiedName && new.unit.name.utf8.count >= 4
        && unit.tree.nodes.contains { $0.kind == .call && NameReading.last(unit.tree.text($0.name)) == new.unit.name }
    }
    let names = (callers().map(\.context.unit) + here).filter { unit in
      asks(unit) && !were.contains { $0.qualifiedName == unit.qualifiedName && asks($0) }
    }.map(\.qualifiedName)
    return names.isEmpty ? nil : .inCallers(names, areAll: false)
  }

  func callers(with requirement: Requirement) -> ProtectionFate? {
    var names: [String] = []
    var isNew = false
    for caller in callers() {
      let matcher = RequirementMatcher(old: old, new: caller.context, naming: .anonymous)
      guard case .same(let found)? = matcher.match(requirement),
        caller.calls.allSatisfy({ call in found.contains { $0.region.contains(call) } })
      else { return nil }
      names.append(caller.context.unit.qualifiedName)
      let unit = caller.context.unit
      isNew = isNew || !baseline.oldUnits().contains { $0.qualifiedName == unit.qualifiedName && $0.tree == unit.tree }
    }
    // Callers that are what they were made their checks before, besides the one that is gone.
    return names.isEmpty || !isNew ? nil : .inCallers(names, areAll: !new.unit.traits.contains(.exported))
  }
}
