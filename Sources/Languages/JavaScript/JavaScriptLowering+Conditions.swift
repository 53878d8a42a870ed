import Behaviour
import TreeSitter

extension JavaScriptLowering {
  mutating func binary(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    guard let left = js.child(node, fields.left), let behind = js.child(node, fields.right),
      let sign = js.child(node, fields.operator)
    else {
      unknown(role, node)
      return .nothing
    }
    let right = operand(behind, of: node)
    if js.isText(sign, "&&") { return logical(node, role, flags, .and) }
    if js.isText(sign, "||") { return logical(node, role, flags, .or) }
    if js.isText(sign, "??") {
      builder.open(.operation, role, range(node), name: builder.name(Operator.orElse))
      let known = expression(left, .operand)
      let other = expression(right, .operand, flags)
      builder.close()
      return known.path == 0 ? other : known
    }
    if js.isText(sign, "===") || js.isText(sign, "==") {
      equality(node, role, left, right, isNegated: false)
    } else if js.isText(sign, "!==") || js.isText(sign, "!=") {
      equality(node, role, left, right, isNegated: true)
    } else {
      let condition = comparison(sign)
      if let condition {
        builder.open(.condition, role, range(node), name: builder.name(condition))
      } else {
        builder.open(.operation, role, range(node), name: name(sign))
      }
      expression(left, .operand)
      expression(right, .operand)
      builder.close()
    }
    return .nothing
  }

  private func comparison(_ sign: Int32) -> String? {
    if js.isText(sign, "<") { return Operator.less }
    if js.isText(sign, "<=") { return Operator.lessOrEqual }
    if js.isText(sign, ">") { return Operator.greater }
    if js.isText(sign, ">=") { return Operator.greaterOrEqual }
    if js.isText(sign, "in") { return Operator.in }
    if js.isText(sign, "instanceof") { return Operator.isType }
    return nil
  }

  // MARK: - And, or

  private enum Connective {
    case and, or
    var name: String { self == .and ? Operator.and : Operator.or }
    var sign: StaticString { self == .and ? "&&" : "||" }
  }

  /// `a && b && c` is one condition of three.
  private mutating func logical(
    _ node: Int32,
    _ role: Role,
    _ flags: NodeFlags,
    _ connective: Connective
  )
    -> KnownValue
  {
    var operands: [Int32] = []
    var pending = [node]
    while let next = pending.popLast() {
      let plain = js.unwrap(next)
      if kind(plain) == .binary, let sign = js.child(plain, fields.operator), js.isText(sign, connective.sign),
        let left = js.child(plain, fields.left), let right = js.child(plain, fields.right)
      {
        pending.append(right)
        pending.append(left)
      } else {
        operands.append(next)
      }
    }
    builder.open(.condition, role, range(node), name: builder.name(connective.name))
    var known = KnownValue.nothing
    for (index, operand) in operands.enumerated() {
      let isLast = index == operands.count - 1
      let value = expression(operand, .operand, isLast ? flags : [])
      if connective == .or ? known.path == 0 : isLast { known = value }
    }
    builder.close()
    return known
  }

  // MARK: - Equality

  private mutating func equality(_ node: Int32, _ role: Role, _ left: Int32, _ right: Int32, isNegated: Bool) {
    if isAbsent(right) || isAbsent(left) {
      let name = isNegated ? Operator.isNotNull : Operator.isNull
      builder.open(.condition, role, range(node), name: builder.name(name))
      expression(isAbsent(right) ? left : right, .operand)
      builder.close()
      return
    }
    if let (value, type) = typeTest(left, right) ?? typeTest(right, left) {
      if js.source.slice(js.inner(type)).elementsEqual("undefined".utf8) {
        let name = isNegated ? Operator.isNotNull : Operator.isNull
        builder.open(.condition, role, range(node), name: builder.name(name))
        expression(value, .operand)
      } else {
        if isNegated { builder.open(.condition, role, range(node), name: builder.name(Operator.not)) }
        let inner: Role = isNegated ? .operand : role
        builder.open(.condition, inner, range(node), name: builder.name(Operator.isType))
        expression(value, .operand)
        expression(type, .operand)
        if isNegated { builder.close() }
      }
      builder.close()
      return
    }
    let name = isNegated ? Operator.notEqual : Operator.equal
    builder.open(.condition, role, range(node), name: builder.name(name))
    expression(left, .operand)
    expression(right, .operand)
    builder.close()
  }

  /// `null`, `undefined`, `void 0`.
  private func isAbsent(_ node: Int32) -> Bool {
    let plain = js.unwrap(node)
    switch kind(plain) {
    case .null, .undefined: return !js.syntax[plain].isMissing
    case .unary:
      guard let sign = js.child(plain, fields.operator), let argument = js.child(plain, fields.argument) else {
        return false
      }
      return js.isText(sign, "void") && kind(argument) == .number
    default: return false
    }
  }

  /// `typeof value` against a string.
  private func typeTest(_ left: Int32, _ right: Int32) -> (value: Int32, type: Int32)? {
    let plain = js.unwrap(left)
    let type = js.unwrap(right)
    guard kind(plain) == .unary, kind(type) == .string, let sign = js.child(plain, fields.operator),
      js.isText(sign, "typeof"), let argument = js.child(plain, fields.argument)
    else { return nil }
    return (argument, type)
  }
}
