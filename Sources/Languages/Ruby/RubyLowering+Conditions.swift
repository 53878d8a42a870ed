import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes what is asked.
  mutating func condition(_ node: Int32, _ role: Role, isNegated: Bool = false) {
    guard isNegated else {
      expression(node, role)
      return
    }
    let plain = rb.unwrap(node)
    guard enter(plain, role) else { return }
    defer { nesting -= 1 }
    if negated(plain, role) { return }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    expression(plain, .operand)
    core.builder.close()
  }

  /// The opposite of a question that has a word for it; false, and nothing written, where it has none.
  private mutating func negated(_ node: Int32, _ role: Role) -> Bool {
    if let value = nullTested(node) {
      test(value.node, value.isNull ? Operator.isNotNull : Operator.isNull, node, role)
      return true
    }
    if let found = membership(node) {
      pair(Operator.notIn, found.element, found.collection, node, role)
      return true
    }
    return false
  }

  private mutating func test(_ value: Int32, _ name: String, _ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    expression(value, .operand)
    core.builder.close()
  }

  private mutating func pair(_ name: String, _ first: Int32, _ second: Int32, _ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    expression(first, .operand)
    expression(second, .operand)
    core.builder.close()
  }

  /// `value.nil?`, `value == nil`, `value != nil`: what is asked about, and whether it must be nothing.
  private func nullTested(_ node: Int32) -> (node: Int32, isNull: Bool)? {
    switch kind(node) {
    case .call:
      guard let name = rb.methodName(node), rb.isText(name, "nil?"), !rb.hasArguments(node), !rb.isSafe(node),
        let value = child(node, fields.receiver)
      else { return nil }
      return (value, true)
    case .binary:
      guard let mark = child(node, fields.operator), let left = child(node, fields.left),
        let right = child(node, fields.right)
      else { return nil }
      let token = rb.token(mark)
      guard token == .equal || token == .notEqual else { return nil }
      if kind(rb.unwrap(right)) == .null { return (left, token == .equal) }
      if kind(rb.unwrap(left)) == .null { return (right, token == .equal) }
      return nil
    default: return nil
    }
  }

  /// `values.include?(value)`.
  private func membership(_ node: Int32) -> (element: Int32, collection: Int32)? {
    guard kind(node) == .call, let name = rb.methodName(node),
      RubyLowering.memberships.contains(range(name), in: rb.source), child(node, fields.block) == nil,
      !rb.isSafe(node), let collection = child(node, fields.receiver)
    else { return nil }
    let given = rb.givenArguments(node)
    guard given.count == 1, let element = given.first, kind(element) != .splatArgument, kind(element) != .pair else {
      return nil
    }
    return (element, collection)
  }

  private static let memberships = WordTable(["include?", "member?", "key?", "has_key?", "cover?"])
  private static let typeTests = WordTable(["is_a?", "kind_of?", "instance_of?"])

  /// Calls that are questions: after nothing, after a type, after membership. False, and nothing written, for others.
  mutating func question(_ node: Int32, _ role: Role) -> Bool {
    if let value = nullTested(node) {
      test(value.node, value.isNull ? Operator.isNull : Operator.isNotNull, node, role)
      return true
    }
    if let found = membership(node) {
      pair(Operator.in, found.element, found.collection, node, role)
      return true
    }
    guard let name = rb.methodName(node), RubyLowering.typeTests.contains(range(name), in: rb.source),
      let value = child(node, fields.receiver), let type = rb.givenArguments(node).first
    else { return false }
    pair(Operator.isType, value, type, node, role)
    return true
  }

  // MARK: - Operators

  mutating func binary(_ node: Int32, _ role: Role) {
    guard let mark = child(node, fields.operator), let left = child(node, fields.left),
      let right = child(node, fields.right)
    else {
      // Half typed: what is there is read.
      for part in rb.parts(node).prefix(1) { expression(part, role) }
      return
    }
    switch rb.token(mark) {
    case .and, .andSign, .or, .orSign: boolean(node, role)
    case .equal, .notEqual:
      if let value = nullTested(node) {
        test(value.node, value.isNull ? Operator.isNull : Operator.isNotNull, node, role)
      } else {
        pair(rb.token(mark) == .equal ? Operator.equal : Operator.notEqual, left, right, node, role)
      }
    case .caseEqual:
      if namesType(left) {
        pair(Operator.isType, right, left, node, role)
      } else {
        pair(Operator.equal, left, right, node, role)
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual: pair(core.text(mark), left, right, node, role)
    case .matchesNot:
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
      operation("=~", [left, right], node, .operand)
      core.builder.close()
    default: operation(core.text(mark), [left, right], node, role)
    }
  }

  private mutating func operation(_ name: String, _ operands: [Int32], _ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(name))
    for operand in operands { expression(operand, .operand) }
    core.builder.close()
  }

  /// `and`, `or`: one node for all operands of the same word, however they are grouped.
  private mutating func boolean(_ node: Int32, _ role: Role) {
    let isAnd = isAnd(node) ?? true
    core.builder.open(.condition, role, range(node), name: core.builder.name(isAnd ? Operator.and : Operator.or))
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = rb.unwrap(next)
      if kind(operand) == .binary, self.isAnd(operand) == isAnd {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  private func isAnd(_ node: Int32) -> Bool? {
    guard let mark = child(node, fields.operator) else { return nil }
    switch rb.token(mark) {
    case .and, .andSign: return true
    case .or, .orSign: return false
    default: return nil
    }
  }

  mutating func unary(_ node: Int32, _ role: Role) {
    guard let operand = child(node, fields.operand) ?? rb.firstPart(node) else { return unknownConstruct(node, role) }
    let mark = child(node, fields.operator)
    switch mark.flatMap({ rb.token($0) }) {
    case .not, .notSign: condition(operand, role, isNegated: true)
    case .defined: operation("defined?", [operand], node, role)
    default: operation(mark.map { core.text($0) } ?? "-", [operand], node, role)
    }
  }
}
