import Behaviour
import TreeSitter

extension RustLowering {
  /// `if`, with each `else if` as a branch in the block that runs otherwise; where it asks whether something failed, an
  /// attempt.
  ///
  /// - Returns: whether every way through it leaves.
  @discardableResult
  mutating func ifExpression(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    guard let condition = child(node, fields.condition) else {
      unknownConstruct(node, role)
      return false
    }
    if let leaves = attempt(ofIf: node, rs.unwrap(condition), role, tail) { return leaves }
    let isValue = role != .statement
    let index = core.builder.open(.branch, role, range(node), flags: isValue ? [.expression] : [])
    self.condition(condition, .condition)
    var armLeaves = false
    if let body = child(node, fields.consequence) {
      armLeaves = arm(body, .arm, isValue: isValue, tail)
    } else {
      emptyBlock(.arm, endOf: node)
    }
    var otherLeaves = false
    if let clause = child(node, fields.alternative), let other = rs.firstPart(clause) {
      otherLeaves = arm(other, .otherwise, isValue: isValue, tail)
    }
    core.builder.close()
    if armLeaves != otherLeaves { core.builder.insert(.guard, at: index) }
    return armLeaves && otherLeaves
  }

  /// Writes an arm: as a block, or where a value is asked for and nothing else is in it, as that value.
  private mutating func arm(_ body: Int32, _ role: Role, isValue: Bool, _ tail: Tail) -> Bool {
    if isValue {
      if kind(body) == .if {
        guard enter(body, role) else { return false }
        defer { nesting -= 1 }
        return ifExpression(body, role, tail)
      }
      if let only = onlyValue(of: body) {
        expression(only, role)
        return false
      }
    }
    guard kind(body) != .block else { return block(body, role, tail) }
    // `else if`
    guard enter(body, role) else { return false }
    defer { nesting -= 1 }
    core.builder.open(.block, role, range(body))
    let leaves = value(body, tail)
    core.builder.close()
    return leaves
  }

  /// The expression that is all there is in a block, where that is a value.
  func onlyValue(of body: Int32) -> Int32? {
    guard kind(body) == .block else { return isStatementLike(body) ? nil : body }
    let parts = rs.parts(body)
    guard parts.count == 1, let part = parts.first, kind(part) != .expressionStatement, !isStatementLike(part) else {
      return nil
    }
    return part
  }

  /// Whether an expression only makes sense as a statement.
  func isStatementLike(_ node: Int32) -> Bool {
    switch kind(node) {
    case .letDeclaration, .returned, .breaking, .continuing, .block, .assignment, .compoundAssignment, .for, .while,
      .loop, .emptyStatement, .use, .function, .constant, .global:
      true
    case .macro: isFailing(macro: node)
    default: false
    }
  }

  // MARK: - match

  struct Arm {
    var node: Int32
    var pattern: Int32
    var condition: Int32?
    var body: Int32?
  }

  func arms(of node: Int32) -> [Arm] {
    guard let list = child(node, fields.body) else { return [] }
    return rs.children(list).compactMap { arm in
      guard kind(arm) == .matchArm, let whole = child(arm, fields.pattern) else { return nil }
      let condition = child(whole, fields.condition)
      let pattern = rs.children(whole).first { rs.isPart($0) && $0 != condition || kind($0) == .underscore }
      return Arm(node: arm, pattern: pattern ?? whole, condition: condition, body: child(arm, fields.value))
    }
  }

  @discardableResult
  mutating func matchExpression(_ node: Int32, _ role: Role, _ tail: Tail) -> Bool {
    guard let value = child(node, fields.value) else {
      unknownConstruct(node, role)
      return false
    }
    let arms = arms(of: node)
    if isAttempt(arms) { return attempt(ofMatch: node, value, arms, role, tail) }
    return plainMatch(node, value, arms, role, tail)
  }

  /// - Parameter value: nil where it was written before.
  @discardableResult
  mutating func plainMatch(_ node: Int32, _ value: Int32?, _ arms: [Arm], _ role: Role, _ tail: Tail) -> Bool {
    let isValue = role != .statement
    let flags: NodeFlags = isValue ? [.match, .expression] : [.match]
    let index = core.builder.open(.branch, role, range(node), flags: flags)
    if let value { expression(value, .condition) }
    var anyLeaves = false
    var allLeave = !arms.isEmpty
    for arm in arms {
      let leaves = matchArm(arm, tail)
      anyLeaves = anyLeaves || leaves
      allLeave = allLeave && leaves
    }
    core.builder.close()
    if anyLeaves, !allLeave { core.builder.insert(.guard, at: index) }
    return allLeave
  }

  private mutating func matchArm(_ arm: Arm, _ tail: Tail) -> Bool {
    guard enter(arm.node, .arm) else { return false }
    defer { nesting -= 1 }
    let takesAll = arm.condition == nil && takesAnything(arm.pattern)
    let index = core.builder.open(.block, takesAll ? .otherwise : .arm, range(arm.node))
    if takesAll {
      declareNames(in: arm.pattern, .local, type: 0)
    } else {
      pattern(arm.pattern, .pattern)
    }
    if let condition = arm.condition { self.condition(condition, .condition) }
    let start = core.builder.count
    let leaves = body(of: arm, tail)
    core.builder.close()
    if core.builder.count == start, let body = arm.body { note(commentsAround(body), at: index) }
    return leaves
  }

  /// Writes what an arm does, in the block at hand.
  mutating func body(of arm: Arm, _ tail: Tail) -> Bool {
    guard let body = arm.body else { return false }
    return kind(body) == .block ? statements(of: body, tail) : last(body, tail)
  }

  func takesAnything(_ pattern: Int32) -> Bool {
    switch kind(pattern) {
    case .underscore: true
    case .identifier: !rs.isUpper(pattern)
    default: false
    }
  }
}
