import Behaviour
import TreeSitter

extension JavaLowering {
  mutating func binary(_ node: Int32, _ role: Role) {
    guard let sign = child(node, fields.operator), let left = child(node, fields.left) else {
      // Half typed: what is computed with is there, with what is not.
      if let part = java.firstPart(node) { expression(part, role) }
      return
    }
    let right = child(node, fields.right)
    switch kind(sign) {
    case .and, .or: boolean(node, role)
    case .equal, .notEqual:
      let isAlike = kind(sign) == .equal
      if let right, let value = comparedWithNull(left, right) {
        condition(isAlike ? Operator.isNull : Operator.isNotNull, [value], node, role)
      } else {
        condition(isAlike ? Operator.equal : Operator.notEqual, [left, right].compactMap { $0 }, node, role)
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      condition(core.text(sign), [left, right].compactMap { $0 }, node, role)
    default: operation(node, sign, role)
    }
  }

  private func comparedWithNull(_ left: Int32, _ right: Int32) -> Int32? {
    if kind(java.unwrap(right)) == .null { return left }
    return kind(java.unwrap(left)) == .null ? right : nil
  }

  private mutating func condition(_ name: String, _ operands: [Int32], _ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    for operand in operands { expression(operand, .operand) }
    core.builder.close()
  }

  /// `+`, `<<` and the like. A long sum of texts nests to the left: its operands are written from the innermost out.
  private mutating func operation(_ node: Int32, _ sign: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.name(sign))
    for part in [child(node, fields.left), child(node, fields.right)] {
      if let part { expression(part, .operand) }
    }
    core.builder.close()
  }

  /// `&&`, `||`: one node for all operands of the same word, however they are grouped.
  private mutating func boolean(_ node: Int32, _ role: Role) {
    let word = word(node)
    core.builder.open(
      .condition,
      role,
      range(node),
      name: core.builder.name(word == .or ? Operator.or : Operator.and)
    )
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = java.unwrap(next)
      if kind(operand) == .binary, self.word(operand) == word {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  private func word(_ node: Int32) -> JavaKind? { child(node, fields.operator).flatMap { kind($0) } }

  mutating func unary(_ node: Int32, _ role: Role) {
    guard let sign = child(node, fields.operator), let operand = child(node, fields.operand) else {
      return unknownConstruct(node, role)
    }
    guard kind(sign) == .bang else {
      core.builder.open(.operation, role, range(node), name: core.name(sign))
      expression(operand, .operand)
      core.builder.close()
      return
    }
    if let test = callTest(java.unwrap(operand)) {
      // `!a.equals(b)` is one comparison, not two truth values.
      condition(test.opposite, test.operands, node, role)
      return
    }
    condition(Operator.not, [operand], node, role)
  }

  // MARK: - Tests by call

  struct CallTest {
    let name: String
    let opposite: String
    let operands: [Int32]
  }

  /// What a call compares: `a.equals(b)`, `Objects.equals(a, b)`, `Objects.isNull(a)`.
  func callTest(_ node: Int32) -> CallTest? {
    guard kind(node) == .invocation, let name = child(node, fields.name), let object = child(node, fields.object),
      let list = child(node, fields.arguments), !java[list].hasError
    else { return nil }
    let isEquals = java.isText(name, "equals")
    guard isEquals || java.isText(name, "isNull") || java.isText(name, "nonNull") else { return nil }
    let given = java.parts(list)
    let isObjects = java.isText(object, "Objects")
    if isEquals, kind(object) != .super, !isObjects, given.count == 1 {
      return CallTest(name: Operator.equal, opposite: Operator.notEqual, operands: [object, given[0]])
    }
    guard isObjects else { return nil }
    if isEquals {
      return given.count == 2
        ? CallTest(name: Operator.equal, opposite: Operator.notEqual, operands: given) : nil
    }
    guard given.count == 1 else { return nil }
    return java.isText(name, "isNull")
      ? CallTest(name: Operator.isNull, opposite: Operator.isNotNull, operands: given)
      : CallTest(name: Operator.isNotNull, opposite: Operator.isNull, operands: given)
  }

  mutating func test(_ test: CallTest, _ node: Int32, _ role: Role) {
    condition(test.name, test.operands, node, role)
  }

  /// `value instanceof Order order`
  mutating func typeTest(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    if let value = child(node, fields.left) { expression(value, .operand) }
    let type = child(node, fields.right)
    if let type { typeRead(type, .operand) }
    if let pattern = child(node, fields.pattern) { self.pattern(pattern, .operand) }
    if let name = child(node, fields.name) { bind(name, type: type) }
    core.builder.close()
  }
}
