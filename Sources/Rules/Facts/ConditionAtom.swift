package import Behaviour

/// One thing that must hold, with negations resolved: `not (a < b)` is `b <= a`.
package struct ConditionAtom: Sendable, Hashable {
  package enum Relation: UInt8, Sendable {
    case truthy, falsy, null, notNull, equal, notEqual, less, lessOrEqual, contained, notContained, isType, isNotType

    var negated: Relation {
      switch self {
      case .truthy: .falsy
      case .falsy: .truthy
      case .null: .notNull
      case .notNull: .null
      case .equal: .notEqual
      case .notEqual: .equal
      // With the operands turned around.
      case .less: .lessOrEqual
      case .lessOrEqual: .less
      case .contained: .notContained
      case .notContained: .contained
      case .isType: .isNotType
      case .isNotType: .isType
      }
    }
  }

  package let relation: Relation
  package let left: NodeIndex
  /// Nil where the relation is about one value.
  package let right: NodeIndex?
  /// The condition as it is written.
  package let node: NodeIndex

  package init(_ relation: Relation, _ left: NodeIndex, _ right: NodeIndex? = nil, at node: NodeIndex) {
    self.relation = relation
    self.left = left
    self.right = right
    self.node = node
  }

  /// The atom as it counts in a comparison of two units.
  package struct Form: Sendable, Hashable {
    package let relation: Relation
    package let left: UInt64
    package let right: UInt64
  }
}

extension UnitContext {
  /// What must hold for a condition to hold, or to fail: all of these clauses, of each clause at least one atom.
  package func clauses(of node: NodeIndex, held: Bool, depth: Int = 0) -> [[ConditionAtom]] {
    guard depth < 24 else { return [[ConditionAtom(held ? .truthy : .falsy, node, at: node)]] }
    let item = tree[node]
    switch item.kind {
    case .await:
      if let value = tree.child(node, .value) { return clauses(of: value, held: held, depth: depth + 1) }
    case .condition: return clauses(ofCondition: node, held: held, depth: depth)
    case .read:
      // A name for a condition is the condition.
      if flow.isWholeName(node), let value = flow.origin(of: node), value != node, tree.kind(value) == .condition {
        return clauses(of: value, held: held, depth: depth + 1)
      }
    case .call:
      let name = tree.name(node)
      if name == "bool" || name == "Boolean", let argument = tree.child(node, .argument),
        let value = tree.child(argument, .value)
      {
        return clauses(of: value, held: held, depth: depth + 1)
      }
    default: break
    }
    return [[ConditionAtom(held ? .truthy : .falsy, emptiness(node), at: node)]]
  }

  private func clauses(ofCondition node: NodeIndex, held: Bool, depth: Int) -> [[ConditionAtom]] {
    let operands = tree.children(node, .operand)
    let name = tree.name(node)
    switch name {
    case Operator.not:
      return operands.first.map { clauses(of: $0, held: !held, depth: depth + 1) } ?? []
    case Operator.and, Operator.or:
      if (name == Operator.and) == held { return operands.flatMap { clauses(of: $0, held: held, depth: depth + 1) } }
      var any: [ConditionAtom] = []
      for operand in operands {
        let inner = clauses(of: operand, held: held, depth: depth + 1)
        if inner.count == 1 {
          any += inner[0]
        } else {
          any.append(ConditionAtom(held ? .truthy : .falsy, operand, at: operand))
        }
      }
      return [any]
    default:
      guard let first = operands.first else { return [] }
      return [[atom(name, first, operands.count > 1 ? operands[1] : nil, held: held, at: node)]]
    }
  }

  private func atom(
    _ name: String,
    _ left: NodeIndex,
    _ right: NodeIndex?,
    held: Bool,
    at node: NodeIndex
  ) -> ConditionAtom {
    guard let right else {
      let isNull = (name == Operator.isNull) == held
      return ConditionAtom(isNull ? .null : .notNull, left, at: node)
    }
    var relation: ConditionAtom.Relation
    var operands = (left, right)
    switch name {
    case Operator.equal: relation = .equal
    case Operator.notEqual: relation = .notEqual
    case Operator.less: relation = .less
    case Operator.lessOrEqual: relation = .lessOrEqual
    case Operator.greater:
      relation = .less
      operands = (right, left)
    case Operator.greaterOrEqual:
      relation = .lessOrEqual
      operands = (right, left)
    case Operator.in: relation = .contained
    case Operator.notIn: relation = .notContained
    case Operator.isType: relation = .isType
    default: return ConditionAtom(held ? .truthy : .falsy, node, at: node)
    }
    if !held {
      if relation == .less || relation == .lessOrEqual { operands = (operands.1, operands.0) }
      relation = relation.negated
    }
    return simplified(ConditionAtom(relation, operands.0, operands.1, at: node))
  }

  /// `len(x) == 0`, `x == true` and the like as the plain question that they are.
  private func simplified(_ atom: ConditionAtom) -> ConditionAtom {
    guard let right = atom.right else { return atom }
    let pairs = [(atom.left, right, false), (right, atom.left, true)]
    for (value, constant, isTurned) in pairs where tree.kind(constant) == .literal {
      let literal = tree[constant].literalKind
      if atom.relation == .equal || atom.relation == .notEqual {
        if literal == .true || literal == .false {
          let isTrue = (literal == .true) == (atom.relation == .equal)
          return ConditionAtom(isTrue ? .truthy : .falsy, value, at: atom.node)
        }
      }
      guard isCount(value) else { continue }
      let number = tree.name(constant)
      let isEmpty: Bool? =
        switch (atom.relation, number, isTurned) {
        case (.equal, "0", _): true
        case (.notEqual, "0", _): false
        // `len(x) < 1`, `len(x) <= 0`.
        case (.less, "1", false), (.lessOrEqual, "0", false): true
        // `0 < len(x)`, `1 <= len(x)`.
        case (.less, "0", true), (.lessOrEqual, "1", true): false
        default: nil
        }
      if let isEmpty { return ConditionAtom(isEmpty ? .falsy : .truthy, emptiness(value), at: atom.node) }
    }
    return atom
  }

  /// Where a collection itself is asked whether it is empty, its length is the same question.
  private func emptiness(_ node: NodeIndex) -> NodeIndex {
    guard file.context.facts.has(.emptyIsFalse), tree.kind(node) == .call, tree.path(node) == "len",
      let argument = tree.child(node, .argument), let value = tree.child(argument, .value)
    else { return node }
    return value
  }

  /// The forms of an atom: as it is written, and with names replaced by what they stand for.
  package func forms(of atom: ConditionAtom, naming: Naming) -> [ConditionAtom.Form] {
    var forms: [ConditionAtom.Form] = []
    for expands in [false, true] {
      var left = FormWriter.hash(atom.left, in: self, naming: naming, expands: expands)
      var right = atom.right.map { FormWriter.hash($0, in: self, naming: naming, expands: expands) } ?? 0
      switch atom.relation {
      case .equal, .notEqual: if right < left { swap(&left, &right) }
      default: break
      }
      let form = ConditionAtom.Form(relation: atom.relation, left: left, right: right)
      if !forms.contains(form) { forms.append(form) }
    }
    return forms
  }
}
