import Behaviour

/// Checks of which something else of the change tells where they went: a default in place of a refusal, the function of
/// another file that was called before, a field that is gone with all that spoke of it.
extension ProtectionComparison {
  /// Where the new code gives the value that was turned away another one: `if (!x) throw` that became `if (!x) x = …`.
  func defaulted(_ requirement: Requirement) -> Requirement? {
    let asked = old.names(in: requirement.operands, naming: naming, ownOnly: false)
    guard !asked.isEmpty else { return nil }
    return new.requirements.first { candidate in
      guard candidate.source == .arm,
        !asked.isDisjoint(with: new.names(in: candidate.operands, naming: naming, ownOnly: false))
      else { return false }
      return candidate.region.contains { node in
        guard new.tree.kind(node) == .assign, let target = new.tree.child(node, .target) else { return false }
        return asked.contains(FormWriter.name(new.tree.name(target), in: new, naming: naming))
      }
    }
  }

  /// Whether a unit asks by one of some calls, as `callee(askedBy:in:)` names them.
  static func calls(_ unit: Unit, anyOf names: Set<String>) -> Bool {
    unit.tree.nodes.contains { node in
      node.kind == .call
        && names.contains(NameReading.words(NameReading.last(unit.tree.text(node.name))).joined(separator: "_"))
    }
  }

  /// The call of a function of another file that changed, too, and asks by the same call now, which it did not.
  func movedElsewhere(_ requirement: Requirement) -> NodeIndex? {
    let asked = Set(requirement.clause.compactMap { callee(askedBy: $0, in: old) })
    guard !asked.isEmpty else { return nil }
    func asks(_ unit: Unit) -> Bool { ProtectionComparison.calls(unit, anyOf: asked) }
    for file in baseline.elsewhere.files {
      for unit in file.new where unit.kind != .test && asks(unit) {
        let was = file.old.first { $0.qualifiedName == unit.qualifiedName }
        guard was.map({ !asks($0) }) ?? true else { continue }
        if let call = new.calls.first(where: { NameReading.last(new.tree.name($0.node)) == unit.name }) {
          return call.node
        }
      }
    }
    return nil
  }

  /// A name that a check asked about, or that what stood around it did, and that other files of the change had and have
  /// no more.
  func lostSubject(of requirement: Requirement) -> String? {
    let around = old.requirements.filter { $0.node != requirement.node && $0.region.contains(requirement.node) }
    let operands = requirement.operands + around.flatMap(\.operands)
    let asked = operands.flatMap { old.tree.subtree($0) }.map { String(NameReading.last(old.tree.name($0))) }
    let lost = baseline.elsewhere.lost(among: Set(asked))
    return lost.isEmpty ? nil : lost.subtracting(ChangedNames.spoken(of: baseline.newUnits())).min()
  }
}
