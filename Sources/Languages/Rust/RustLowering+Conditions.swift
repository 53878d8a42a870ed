import Behaviour
import TreeSitter

extension RustLowering {
  func isCondition(_ mark: Int32) -> Bool { name(ofOperator: mark) != nil }

  private func name(ofOperator mark: Int32) -> String? {
    let bytes = core.source.slice(range(mark))
    for (text, name) in RustLowering.conditions where RustPrelude.matches(bytes, text) { return name }
    return nil
  }

  private static let conditions: [(StaticString, String)] = [
    ("==", Operator.equal), ("!=", Operator.notEqual), ("<", Operator.less), ("<=", Operator.lessOrEqual),
    (">", Operator.greater), (">=", Operator.greaterOrEqual), ("&&", Operator.and), ("||", Operator.or),
  ]

  /// Writes what something depends on: a truth value, or a pattern that must match.
  mutating func condition(_ node: Int32, _ role: Role) {
    let node = rs.unwrap(node)
    switch kind(node) {
    case .binary:
      guard let mark = child(node, fields.operator), let name = name(ofOperator: mark) else {
        expression(node, role)
        return
      }
      if name == Operator.and || name == Operator.or {
        connected(node, mark, name, role)
      } else {
        comparison(node, name, role)
      }
    case .letChain:
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.and))
      for part in rs.children(node) where rs.isPart(part) { conditionPart(part) }
      core.builder.close()
    case .letCondition: letCondition(node, role)
    default: expression(node, role)
    }
  }

  private mutating func conditionPart(_ node: Int32) {
    guard enter(node, .operand) else { return }
    defer { nesting -= 1 }
    condition(node, .operand)
  }

  /// `&&`, `||`: one node for all operands of the same word, however they are grouped.
  private mutating func connected(_ node: Int32, _ mark: Int32, _ name: String, _ role: Role) {
    let word = rs[mark].kind
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = rs.unwrap(next)
      if kind(operand) == .binary, let mark = child(operand, fields.operator), rs[mark].kind == word {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        conditionPart(operand)
      }
    }
    core.builder.close()
  }

  private mutating func comparison(_ node: Int32, _ name: String, _ role: Role) {
    let left = child(node, fields.left).map(rs.unwrap)
    let right = child(node, fields.right).map(rs.unwrap)
    if name == Operator.equal || name == Operator.notEqual {
      let isLeftNull = left.map { rs.isText($0, "None") } ?? false
      if isLeftNull || right.map({ rs.isText($0, "None") }) ?? false {
        let test = name == Operator.equal ? Operator.isNull : Operator.isNotNull
        core.builder.open(.condition, role, range(node), name: core.builder.name(test))
        if let value = isLeftNull ? right : left { expression(value, .operand) }
        core.builder.close()
        return
      }
    }
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    if let left { expression(left, .operand) }
    if let right { expression(right, .operand) }
    core.builder.close()
  }

  /// `let Some(x) = value`: a value that must be there, and is given a name.
  private mutating func letCondition(_ node: Int32, _ role: Role) {
    guard let pattern = child(node, fields.pattern), let value = child(node, fields.value) else { return }
    let inner = optionPattern(pattern)
    let isNone = rs.isText(pattern, "None")
    let name = inner != nil ? Operator.isNotNull : isNone ? Operator.isNull : Operator.isType
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    let bound = boundName(of: pattern)
    let source = rs.unwrap(value)
    let isSame = kind(source) == .identifier && core.source.slice(range(source)) == core.source.slice(range(bound))
    if bound == pattern || isSame {
      let known = expression(value, .operand)
      if isSame { give(known, to: inner ?? pattern, declared: nil) }
    } else {
      core.builder.open(.assign, .operand, range(node), flags: [.declares])
      target(inner ?? pattern, .target)
      let known = expression(value, .value)
      core.builder.close()
      give(known, to: inner ?? pattern, declared: nil)
    }
    if inner == nil, !isNone { typeOf(pattern, .operand) }
    core.builder.close()
  }

  /// Writes what kind of value a pattern takes.
  mutating func typeOf(_ pattern: Int32, _ role: Role) {
    guard enter(pattern, role) else { return }
    defer { nesting -= 1 }
    switch kind(pattern) {
    case .tupleStructPattern, .structPattern:
      if let type = child(pattern, fields.type) { read(type, role) }
    case .mutPattern, .refPattern, .referencePattern, .capturedPattern, .matchPattern:
      if let inner = rs.lastPart(pattern) { typeOf(inner, role) }
    default: self.pattern(pattern, role)
    }
  }

  /// `!xs.contains(&x)`: false, and nothing written, for the opposite of anything else.
  mutating func negated(_ value: Int32, _ role: Role) -> Bool {
    let call = rs.unwrap(value)
    guard kind(call) == .call, let callee = child(call, fields.function), kind(callee) == .member,
      let method = child(callee, fields.field), let object = child(callee, fields.value)
    else { return false }
    let given = arguments(of: call)
    guard given.count == 1, rs.isText(method, "contains") || rs.isText(method, "contains_key") else { return false }
    core.builder.open(.condition, role, range(value), name: core.builder.name(Operator.notIn))
    expression(given[0], .operand)
    expression(object, .operand)
    core.builder.close()
    return true
  }

  /// `x.is_some()`, `xs.contains(&x)`: false, and nothing written, for any other call.
  mutating func condition(byCall node: Int32, _ method: Int32, _ object: Int32, _ role: Role) -> Bool {
    let given = arguments(of: node)
    let isNone = rs.isText(method, "is_none")
    if given.isEmpty, isNone || rs.isText(method, "is_some") {
      let name = core.builder.name(isNone ? Operator.isNull : Operator.isNotNull)
      core.builder.open(.condition, role, range(node), name: name)
      expression(object, .operand)
      core.builder.close()
      return true
    }
    guard given.count == 1, rs.isText(method, "contains") || rs.isText(method, "contains_key") else { return false }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.in))
    expression(given[0], .operand)
    expression(object, .operand)
    core.builder.close()
    return true
  }
}
