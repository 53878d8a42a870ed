import Behaviour
import TreeSitter

extension CSharpLowering {
  mutating func binary(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Known {
    guard let left = child(node, fields.left), let right = child(node, fields.right),
      let sign = child(node, fields.operator)
    else {
      unknownConstruct(node, role)
      return .nothing
    }
    if cs.isText(sign, "&&") || cs.isText(sign, "||") {
      connective(node, role, isAnd: cs.isText(sign, "&&"))
    } else if cs.isText(sign, "??") {
      core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.orElse))
      let known = expression(left, .operand)
      let other = expression(right, .operand, use)
      core.builder.close()
      if case .nothing = known.what { return other }
      return known
    } else if cs.isText(sign, "==") || cs.isText(sign, "!=") {
      equality(node, role, left, right, isNegated: cs.isText(sign, "!="))
    } else {
      let isComparison =
        cs.isText(sign, "<") || cs.isText(sign, ">") || cs.isText(sign, "<=") || cs.isText(sign, ">=")
      core.builder.open(isComparison ? .condition : .operation, role, range(node), name: nameID(sign))
      expression(left, .operand)
      expression(right, .operand)
      core.builder.close()
    }
    return .nothing
  }

  /// `a && b && c` is one condition of three, however it is grouped.
  private mutating func connective(_ node: Int32, _ role: Role, isAnd: Bool) {
    let name = core.builder.name(isAnd ? Operator.and : Operator.or)
    core.builder.open(.condition, role, range(node), name: name)
    var waiting = [node]
    while let next = waiting.popLast() {
      var operand = absorbedTests[next] == nil ? cs.unwrap(next) : next
      if kind(operand) == .isPattern, let absorbed = absorb(operand) { operand = absorbed }
      if absorbedTests[operand] == nil, kind(operand) == .binary, let sign = child(operand, fields.operator),
        cs.isText(sign, isAnd ? "&&" : "||")
      {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  private mutating func equality(_ node: Int32, _ role: Role, _ left: Int32, _ right: Int32, isNegated: Bool) {
    // What was taken for the right side of a comparison may be what a pattern ends with.
    let isLeftNull = absorbedTests[left] == nil && kind(cs.unwrap(left)) == .null
    if isLeftNull || kind(cs.unwrap(right)) == .null {
      let name = isNegated ? Operator.isNotNull : Operator.isNull
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      expression(isLeftNull ? right : left, .operand)
    } else {
      let name = isNegated ? Operator.notEqual : Operator.equal
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      expression(left, .operand)
      expression(right, .operand)
    }
    core.builder.close()
  }

  mutating func not(_ node: Int32, _ operand: Int32, _ role: Role) {
    let plain = cs.unwrap(operand)
    if kind(plain) == .call, let (key, place) = membership(plain) {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.notIn))
      expression(key, .operand)
      expression(place, .operand)
    } else {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
      expression(operand, .operand)
    }
    core.builder.close()
  }

  /// `orders.ContainsKey(id)`: what is asked for, and where.
  func membership(_ call: Int32) -> (key: Int32, place: Int32)? {
    guard let callee = child(call, fields.function), kind(callee) == .member,
      let name = child(callee, fields.name), cs.isText(name, "ContainsKey"),
      let place = child(callee, fields.expression)
    else { return nil }
    let arguments = cs.arguments(of: call)
    guard arguments.count == 1, let key = cs.value(ofArgument: arguments[0]) else { return nil }
    return (key, place)
  }

  // MARK: - is

  /// The grammar reads `x is null && y` as `x is (null && y)`. Where that happened: the condition that was taken for
  /// the constant, at whose start the constant stands.
  mutating func absorb(_ node: Int32) -> Int32? {
    guard var at = child(node, fields.pattern) else { return nil }
    while true {
      switch kind(at) {
      case .constantPattern:
        guard let inner = cs.firstPart(at), kind(inner) == .binary, isCondition(inner) else { return nil }
        absorbedTests[leftmost(inner)] = node
        return inner
      case .negatedPattern:
        guard let inner = cs.firstPart(at) else { return nil }
        at = inner
      case .andPattern, .orPattern:
        guard let inner = child(at, fields.right) else { return nil }
        at = inner
      default: return nil
      }
    }
  }

  private func isCondition(_ node: Int32) -> Bool {
    guard let sign = child(node, fields.operator) else { return false }
    return cs.isText(sign, "&&") || cs.isText(sign, "||") || cs.isText(sign, "==") || cs.isText(sign, "!=")
      || cs.isText(sign, "??")
  }

  /// The constant that a pattern ends with, where a whole condition stands in its place.
  private func leftmost(_ node: Int32) -> Int32 {
    var node = node
    while kind(node) == .binary, isCondition(node), let left = child(node, fields.left) { node = left }
    return node
  }

  /// `value is pattern`.
  mutating func isPattern(_ node: Int32, _ role: Role) {
    if let whole = absorb(node) {
      expression(whole, role)
      return
    }
    patternTest(node, role)
  }

  /// Writes the test itself.
  mutating func patternTest(_ node: Int32, _ role: Role) {
    guard let subject = child(node, fields.expression), let pattern = child(node, fields.pattern) else {
      unknownConstruct(node, role)
      return
    }
    var test = PatternSubject(node: subject)
    self.test(&test, pattern, role)
  }

  /// `value is int`.
  mutating func isType(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    if let left = child(node, fields.left) { expression(left, .operand) }
    if let right = child(node, fields.right) { typeRead(right, .operand) }
    core.builder.close()
  }

  private mutating func test(_ subject: inout PatternSubject, _ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    let bytes = range(subject.node).lowerBound..<max(range(subject.node).lowerBound, range(node).upperBound)
    switch kind(node) {
    case .parenthesizedPattern: if let inner = cs.firstPart(node) { test(&subject, inner, role) }
    case .negatedPattern:
      guard let inner = cs.firstPart(node) else { return }
      let value = kind(inner) == .constantPattern ? constant(of: inner) : nil
      if let value, kind(value) == .null {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.isNotNull))
        write(&subject)
      } else if let value, !namesType(value) {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.notEqual))
        write(&subject)
        constantOperand(value)
      } else {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.not))
        test(&subject, inner, .operand)
      }
      core.builder.close()
    case .constantPattern:
      guard let value = constant(of: node) else { return }
      if kind(value) == .null {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.isNull))
        write(&subject)
      } else if namesType(value) {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.isType))
        write(&subject)
        typeRead(value, .operand)
      } else {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.equal))
        write(&subject)
        constantOperand(value)
      }
      core.builder.close()
    case .relationalPattern:
      core.builder.open(.condition, role, bytes, name: sign(ofPattern: node))
      write(&subject)
      if let value = cs.firstPart(node) { expression(value, .operand) }
      core.builder.close()
    case .andPattern, .orPattern:
      core.builder.open(
        .condition,
        role,
        bytes,
        name: core.builder.name(kind(node) == .andPattern ? Operator.and : Operator.or)
      )
      for part in cs.parts(node) { test(&subject, part, .operand) }
      core.builder.close()
    case .declarationPattern, .typePattern, .recursivePattern: typeTest(&subject, node, role, bytes)
    default:
      core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.equal))
      write(&subject)
      pattern(node, .operand)
      core.builder.close()
    }
  }

  /// The value of a constant pattern; where it swallowed a condition, what stands at the start of that.
  private func constant(of node: Int32) -> Int32? { cs.firstPart(node).map { leftmost($0) } }

  private mutating func constantOperand(_ node: Int32) {
    absorbedTests[node] = nil
    expression(node, .operand)
  }

  /// Whether a constant is rather a type: a plain capitalised name that is no member of the object.
  private mutating func namesType(_ node: Int32) -> Bool {
    switch kind(node) {
    case .predefined, .genericName: return true
    case .identifier:
      guard let first = cs.source.slice(range(node)).first, CSharpText.isUpper(first) else { return false }
      let symbol = self.symbol(node)
      return !isOwn(symbol) && core.scope.binding(of: symbol) == nil
    default: return false
    }
  }

  /// `Order order`, `{ Length: > 0 }`: a type, and what parts of the value must be.
  private mutating func typeTest(
    _ subject: inout PatternSubject,
    _ node: Int32,
    _ role: Role,
    _ bytes: Range<Int>
  ) {
    let type = child(node, fields.type) ?? (kind(node) == .typePattern ? cs.firstPart(node) : nil)
    let parts = cs.first(.propertyPatterns, in: node).map { cs.parts($0).filter { kind($0) == .subpattern } } ?? []
    let isSeveral = !parts.isEmpty && cs.isDotted(subject.node)
    if isSeveral { core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.and)) }
    let inner: Role = isSeveral ? .operand : role
    let isTyped = type.map { kind($0) != .implicitType } ?? false
    let name = isTyped ? Operator.isType : Operator.isNotNull
    core.builder.open(.condition, inner, bytes, name: core.builder.name(name))
    write(&subject)
    if let type, isTyped { typeRead(type, .operand) }
    if let name = child(node, fields.name), kind(name) == .identifier {
      bind(name, .target, type: isTyped ? type : nil)
    }
    core.builder.close()
    guard isSeveral else { return }
    for part in parts {
      let sides = cs.parts(part)
      guard let member = sides.first, let wanted = sides.last, sides.count > 1 else { continue }
      var deeper = PatternSubject(node: subject.node, member: subject.member + [member], isWritten: true)
      test(&deeper, wanted, .operand)
    }
    core.builder.close()
  }

  /// Writes what is tested. What is no plain place is written once only: it happens once.
  private mutating func write(_ subject: inout PatternSubject) {
    let plain = cs.unwrap(subject.node)
    if !subject.member.isEmpty, cs.isDotted(plain) {
      let place = place(plain)
      let text = core.builder.text(place.name) + subject.member.map { "." + cs.dotted($0) }.joined()
      core.builder.leaf(.read, .operand, range(plain), name: core.builder.name(text), detail: place.kind.rawValue)
    } else if subject.isWritten, !cs.isDotted(plain) {
      core.builder.leaf(.read, .operand, range(subject.node))
    } else {
      expression(subject.node, .operand)
    }
    subject.isWritten = true
  }

}

/// What a pattern is asked of: an expression, or a member of it.
struct PatternSubject {
  var node: Int32
  var member: [Int32] = []
  var isWritten = false
}
