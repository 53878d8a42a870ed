import Behaviour

/// How a requirement of an older version of a unit stands in a newer one.
enum RequirementMatch {
  /// It is there, or one that lets less through.
  case same([Requirement])
  /// One that lets more through stands in its place.
  case weaker(Requirement, Weakening)

  enum Weakening {
    /// `<` became `<=`, or the other way round.
    case inclusive
    /// Empty values pass where only absent ones do not.
    case emptyPasses
    /// Anything but nothing passes where one value did.
    case anyValue
    /// Something else is enough, too: the first such atom, in the new unit.
    case alternative(NodeIndex)
    /// The limit is ten times what it was, or more.
    case raised(from: String, to: String)
    /// What had to hold must not hold.
    case turned
    /// It is still asked, but the code goes on whatever the answer is.
    case harmless
  }
}

extension Requirement.Source {
  /// Whether it is there to keep something out, rather than true by the way.
  var isCheck: Bool {
    switch self {
    case .guarded, .asserted: true
    case .arm, .implied: false
    }
  }
}

/// Looks for the requirements of one unit in another.
struct RequirementMatcher {
  let old: UnitContext
  let new: UnitContext
  let naming: Naming
  private let forms: [(requirement: Requirement, atoms: [[ConditionAtom.Form]])]

  init(old: UnitContext, new: UnitContext, naming: Naming) {
    self.old = old
    self.new = new
    self.naming = naming
    forms = new.requirements.map { requirement in
      (requirement, requirement.clause.map { new.forms(of: $0, naming: naming) })
    }
  }

  /// The requirements of the new unit that demand at least as much as a clause does, by its forms.
  func demanding(_ wanted: [[ConditionAtom.Form]]) -> [Requirement] {
    forms.compactMap { candidate, atoms in
      atoms.allSatisfy { atom in wanted.contains { RequirementMatcher.implies(atom, $0) } } ? candidate : nil
    }
  }

  /// Whether the new unit has a requirement of just these atoms.
  func has(_ wanted: [[ConditionAtom.Form]]) -> Bool {
    forms.contains { _, atoms in
      atoms.count == wanted.count
        && atoms.allSatisfy { atom in wanted.contains { !Set($0).isDisjoint(with: atom) } }
    }
  }

  /// Nil where nothing like it is found.
  ///
  /// - Parameter backwards: looks in the old unit: what stood there as it stands now is no weaker form of anything.
  func match(_ requirement: Requirement, unlessIn backwards: RequirementMatcher? = nil) -> RequirementMatch? {
    let wanted = requirement.clause.map { old.forms(of: $0, naming: naming) }
    let same = demanding(wanted)
    if !same.isEmpty { return .same(same) }
    var weaker: (Requirement, RequirementMatch.Weakening)?
    for (candidate, atoms) in forms where candidate.source.isCheck {
      switch weakening(from: requirement, wanted, to: candidate, atoms) {
      case .same: return .same([candidate])
      case .weaker(let how):
        if weaker == nil, backwards?.has(atoms) != true { weaker = (candidate, how) }
      case nil: continue
      }
    }
    if let weaker { return .weaker(weaker.0, weaker.1) }
    guard case .guarded = requirement.source else { return nil }
    // Asked in a branch that no longer leaves.
    let turned = requirement.clause.map { atom in
      old.forms(of: atom, naming: naming).map {
        ConditionAtom.Form(relation: $0.relation.negated, left: $0.left, right: $0.right)
      }
    }
    for (candidate, atoms) in forms where candidate.source == .arm && atoms.count == 1 && turned.count == 1 {
      if !Set(atoms[0]).isDisjoint(with: turned[0] + RequirementMatcher.swapped(turned[0])) {
        return .weaker(candidate, .harmless)
      }
    }
    return nil
  }

  /// A check of the new unit that demands the contrary.
  func turned(_ requirement: Requirement) -> Requirement? {
    let wanted = requirement.clause.map { old.forms(of: $0, naming: naming) }
    return forms.first { candidate, atoms in
      guard candidate.source.isCheck,
        case .weaker(.turned)? = weakening(from: requirement, wanted, to: candidate, atoms)
      else { return false }
      return true
    }?.requirement
  }

  /// `not (a < b)` is `b <= a`.
  private static func swapped(_ forms: [ConditionAtom.Form]) -> [ConditionAtom.Form] {
    forms.map { ConditionAtom.Form(relation: $0.relation, left: $0.right, right: $0.left) }
  }

  /// Whether a requirement asks about the same values, in whichever way.
  func isAbout(_ candidate: Requirement, sameAs requirement: Requirement) -> Bool {
    let wanted = Set(requirement.clause.flatMap { old.forms(of: $0, naming: naming) }.flatMap { [$0.left, $0.right] })
    let found = candidate.clause.flatMap { new.forms(of: $0, naming: naming) }.flatMap { [$0.left, $0.right] }
    if found.contains(where: { $0 != 0 && wanted.contains($0) }) { return true }
    // About what was made of them.
    let names = old.names(in: requirement.operands, naming: naming, throughValues: true)
    return !names.isDisjoint(with: new.names(in: candidate.operands, naming: naming, throughValues: true))
  }

  /// Whether an atom holding means that another does, whichever of their forms are compared.
  private static func implies(_ a: [ConditionAtom.Form], _ b: [ConditionAtom.Form]) -> Bool {
    a.contains { a in b.contains { implies(a, $0) } }
  }

  private static func implies(_ a: ConditionAtom.Form, _ b: ConditionAtom.Form) -> Bool {
    if a == b { return true }
    switch (a.relation, b.relation) {
    case (.less, .lessOrEqual), (.equal, .lessOrEqual): return a.left == b.left && a.right == b.right
    case (.truthy, .notNull), (.isType, .notNull): return a.left == b.left
    case (.equal, .notNull), (.contained, .notNull): return a.left == b.left || a.right == b.left
    case (.null, .falsy): return a.left == b.left
    default: return false
    }
  }

  private enum Comparison {
    case same
    case weaker(RequirementMatch.Weakening)
  }

  private func weakening(
    from requirement: Requirement,
    _ wanted: [[ConditionAtom.Form]],
    to candidate: Requirement,
    _ atoms: [[ConditionAtom.Form]]
  ) -> Comparison? {
    if atoms.count > wanted.count,
      wanted.allSatisfy({ one in atoms.contains { RequirementMatcher.implies(one, $0) } })
    {
      let added = zip(atoms, candidate.clause).first { atom, _ in
        !wanted.contains { RequirementMatcher.implies($0, atom) || RequirementMatcher.implies(atom, $0) }
      }
      return added.map { .weaker(.alternative($0.1.node)) }
    }
    guard wanted.count == 1, atoms.count == 1, let first = requirement.clause.first, let second = candidate.clause.first
    else { return nil }
    for a in wanted[0] {
      for b in atoms[0] {
        if let found = weakening(a, first, b, second) { return found }
      }
    }
    return nil
  }

  private func weakening(
    _ a: ConditionAtom.Form,
    _ first: ConditionAtom,
    _ b: ConditionAtom.Form,
    _ second: ConditionAtom
  ) -> Comparison? {
    switch (a.relation, b.relation) {
    case (.less, .lessOrEqual) where a.left == b.left && a.right == b.right: return .weaker(.inclusive)
    case (.truthy, .notNull) where a.left == b.left: return .weaker(.emptyPasses)
    case (.equal, .truthy), (.equal, .notNull):
      return a.left == b.left || a.right == b.left ? .weaker(.anyValue) : nil
    case (.truthy, .falsy), (.falsy, .truthy), (.null, .notNull), (.notNull, .null):
      return a.left == b.left ? .weaker(.turned) : nil
    case (.equal, .notEqual), (.notEqual, .equal):
      return a.left == b.left && a.right == b.right ? .weaker(.turned) : nil
    case (.less, .less), (.lessOrEqual, .lessOrEqual), (.less, .lessOrEqual), (.lessOrEqual, .less):
      return limits(a, first, b, second)
    default: return nil
    }
  }

  /// The same value against another constant: another limit is a decision, one of another order is a hole.
  private func limits(
    _ a: ConditionAtom.Form,
    _ first: ConditionAtom,
    _ b: ConditionAtom.Form,
    _ second: ConditionAtom
  ) -> Comparison? {
    if a.left == b.left, a.left != 0, let was = number(first.right, in: old), let now = number(second.right, in: new) {
      guard was > 0, now >= was * 10 else { return .same }
      return .weaker(.raised(from: text(first.right, in: old), to: text(second.right, in: new)))
    }
    if a.right == b.right, a.right != 0, number(first.left, in: old) != nil, number(second.left, in: new) != nil {
      return .same
    }
    return nil
  }

  private func number(_ node: NodeIndex?, in context: UnitContext) -> Double? {
    guard let node, context.tree.kind(node) == .literal else { return nil }
    return Double(context.tree.name(node).filter { $0 != "_" })
  }

  private func text(_ node: NodeIndex?, in context: UnitContext) -> String {
    node.map { context.wording(of: $0) } ?? ""
  }
}
