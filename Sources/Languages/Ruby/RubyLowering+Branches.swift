import Behaviour
import TreeSitter

extension RubyLowering {
  /// `if`, `unless`, with each `elsif` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32, _ tail: Tail) -> Bool {
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause: Int32 = node
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      if let asked = child(clause, fields.condition) {
        condition(asked, .condition, isNegated: kind(clause) == .unless)
      }
      if let body = child(clause, fields.consequence) {
        branches.append((index, block(body, .arm, tail)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
      guard let next = child(clause, fields.alternative) else { break }
      guard kind(next) == .elsif else {
        leaves = block(next, .otherwise, tail)
        break
      }
      guard !core.isTooDeep else {
        core.unknown(.otherwise, next)
        break
      }
      core.builder.open(.block, .otherwise, range(next).lowerBound..<end)
      clause = next
    }
    return close(branches, otherwise: leaves)
  }

  /// `statement if condition`.
  mutating func modifiedStatement(_ node: Int32, _ tail: Tail) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node))
    if let asked = child(node, fields.condition) {
      condition(asked, .condition, isNegated: kind(node) == .unlessModifier)
    }
    arm(child(node, fields.body), tail, of: index, endOf: node)
    core.builder.close()
    return false
  }

  /// Writes a single statement as the arm of a branch.
  private mutating func arm(_ body: Int32?, _ tail: Tail, of branch: NodeIndex, endOf node: Int32) {
    guard let body else { return emptyBlock(.arm, endOf: node) }
    core.builder.open(.block, .arm, range(body))
    let leaves = statement(body, tail)
    core.builder.close()
    if leaves { core.builder.insert(.guard, at: branch) }
  }

  /// `value or return`, `ready && raise(…)`: a branch in the dress of an expression; nil for any other.
  mutating func choice(_ node: Int32, _ tail: Tail) -> Bool? {
    guard let mark = child(node, fields.operator), let left = child(node, fields.left),
      let right = child(node, fields.right)
    else { return nil }
    let isAnd: Bool
    switch rb.token(mark) {
    case .and, .andSign: isAnd = true
    case .or, .orSign: isAnd = false
    default: return nil
    }
    guard tail.isDiscarded || isLeaving(right) else { return nil }
    let index = core.builder.open(.branch, .statement, range(node))
    condition(left, .condition, isNegated: !isAnd)
    arm(right, .discarded, of: index, endOf: node)
    core.builder.close()
    return false
  }

  /// Whether a statement leaves the way of control, by its first word.
  private func isLeaving(_ node: Int32) -> Bool {
    let plain = rb.unwrap(node)
    switch kind(plain) {
    case .return, .next, .break, .redo, .retry: return true
    case .identifier: return rb.isText(plain, "raise")
    case .call: return isRaise(plain)
    default: return false
    }
  }

  // MARK: - Matching

  /// `case value when …`, or `case when …`, which is a row of conditions.
  mutating func caseStatement(_ node: Int32, _ tail: Tail) -> Bool {
    guard let value = child(node, fields.value) else { return conditions(node, tail) }
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    expression(value, .condition)
    var arms = Arms()
    for clause in rb.children(node) {
      switch kind(clause) {
      case .when:
        guard enter(clause, .arm) else { continue }
        core.builder.open(.block, .arm, range(clause))
        for part in rb.children(clause) where kind(part) == .pattern {
          if let value = rb.firstPart(part) { whenPattern(value) }
        }
        arms.add(child(clause, fields.body).map { statements(of: $0, tail) } ?? false)
        core.builder.close()
        nesting -= 1
      case .else:
        arms.isComplete = true
        arms.add(block(clause, .otherwise, tail))
      default: continue
      }
    }
    core.builder.close()
    if arms.isGuard { core.builder.insert(.guard, at: index) }
    return arms.leaves
  }

  struct Arms {
    var anyLeaves = false
    var allLeave = true
    var isComplete = false

    mutating func add(_ leaves: Bool) {
      anyLeaves = anyLeaves || leaves
      allLeave = allLeave && leaves
    }
    var leaves: Bool { anyLeaves && allLeave && isComplete }
    var isGuard: Bool { anyLeaves && !leaves }
  }

  /// A type asks whether the value is one of it; anything else whether they are equal.
  private mutating func whenPattern(_ node: Int32) {
    guard namesType(node) else {
      expression(node, .pattern)
      return
    }
    core.builder.open(.condition, .pattern, range(node), name: core.builder.name(Operator.isType))
    expression(node, .operand)
    core.builder.close()
  }

  /// Whether a constant is written as types are, not as values are (`LIMIT`).
  func namesType(_ node: Int32) -> Bool {
    guard rb.isConstantPath(node) else { return false }
    return core.source.slice(range(rb.lastName(node))).contains {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
    }
  }

  /// `case` without a value: the first condition that holds decides.
  private mutating func conditions(_ node: Int32, _ tail: Tail) -> Bool {
    let end = range(node).upperBound
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    var leaves = false
    for clause in rb.children(node) {
      if kind(clause) == .else {
        guard !branches.isEmpty else { return statements(of: clause, tail) }
        leaves = block(clause, .otherwise, tail)
        continue
      }
      guard kind(clause) == .when else { continue }
      guard !core.isTooDeep else {
        core.unknown(branches.isEmpty ? .statement : .otherwise, clause)
        break
      }
      if !branches.isEmpty { core.builder.open(.block, .otherwise, range(clause).lowerBound..<end) }
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      let asked = rb.children(clause).filter { kind($0) == .pattern }.compactMap { rb.firstPart($0) }
      if asked.count > 1 {
        core.builder.open(.condition, .condition, range(clause), name: core.builder.name(Operator.or))
      }
      for part in asked { condition(part, asked.count > 1 ? .operand : .condition) }
      if asked.count > 1 { core.builder.close() }
      if let body = child(clause, fields.body) {
        branches.append((index, block(body, .arm, tail)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
    }
    return close(branches, otherwise: leaves)
  }

  /// `case value in pattern`.
  mutating func matchStatement(_ node: Int32, _ tail: Tail) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    if let value = child(node, fields.value) { expression(value, .condition) }
    var arms = Arms()
    for clause in rb.children(node) {
      switch kind(clause) {
      case .inClause:
        guard enter(clause, .arm) else { continue }
        let asked = child(clause, fields.guard)
        let matched = child(clause, fields.pattern)
        let takesAll = asked == nil && matched.map { kind($0) == .identifier } ?? false
        core.builder.open(.block, takesAll ? .otherwise : .arm, range(clause))
        if let matched { if takesAll { declareLocal(matched) } else { pattern(matched, .pattern) } }
        if let asked, let value = child(asked, fields.condition) {
          condition(value, .condition, isNegated: kind(asked) == .unlessGuard)
        }
        arms.isComplete = arms.isComplete || takesAll
        arms.add(child(clause, fields.body).map { statements(of: $0, tail) } ?? false)
        core.builder.close()
        nesting -= 1
      case .else:
        arms.isComplete = true
        arms.add(block(clause, .otherwise, tail))
      default: continue
      }
    }
    core.builder.close()
    if arms.isGuard { core.builder.insert(.guard, at: index) }
    return arms.leaves
  }

  // MARK: - Branches that give a value

  /// A statement where a value is needed: a short `if` reads as the choice that it is.
  mutating func valueOf(_ node: Int32, _ role: Role) {
    switch kind(node) {
    case .if, .unless:
      guard let asked = child(node, fields.condition), let arm = child(node, fields.consequence).flatMap(rb.onlyPart),
        isPlainValue(arm)
      else { break }
      let other = child(node, fields.alternative)
      guard other.map({ kind($0) == .else && rb.onlyPart($0).map(isPlainValue) == true }) ?? true else { break }
      core.builder.open(.branch, role, range(node), flags: [.expression])
      condition(asked, .condition, isNegated: kind(node) == .unless)
      expression(arm, .arm)
      if let other = other.flatMap(rb.onlyPart) { expression(other, .otherwise) }
      core.builder.close()
      return
    case .begin:
      if isAttempt(node) {
        _ = begin(node, .value, role: role)
        return
      }
      if let only = rb.onlyPart(node) {
        expression(only, role)
        return
      }
    case .rescueModifier:
      rescueModifier(node, role, .value)
      return
    default: break
    }
    core.builder.open(.block, role, range(node))
    statement(node, .value)
    core.builder.close()
  }

  /// Whether a statement is no more than an expression.
  func isPlainValue(_ node: Int32) -> Bool {
    switch kind(node) {
    case .if, .unless, .ifModifier, .unlessModifier, .while, .until, .for, .begin, .case, .caseMatch, .return, .next,
      .break, .redo, .retry, .rescueModifier, .whileModifier, .untilModifier, .method, .class, .module:
      false
    case .call: !isRaise(node)
    default: true
    }
  }

  /// `condition ? value : other`.
  mutating func conditional(_ node: Int32, _ role: Role) {
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if let asked = child(node, fields.condition) { condition(asked, .condition) }
    if let arm = child(node, fields.consequence) { expression(arm, .arm) }
    if let other = child(node, fields.alternative) { expression(other, .otherwise) }
    core.builder.close()
  }
}
