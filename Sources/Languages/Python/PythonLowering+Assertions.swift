import Behaviour
import TreeSitter

extension PythonLowering {
  // MARK: - assert

  mutating func assertStatement(_ node: Int32) {
    let parts = py.parts(node)
    guard let condition = parts.first.map(py.unwrap) else {
      unknownConstruct(node, .statement)
      return
    }
    if kind(condition) == .tuple, py.firstPart(condition) != nil {
      // `assert (condition, "text")` holds whatever the condition is.
      open(PythonAssertion(AssertionKind.truthy, .one), node, [.discarded, .incomplete])
      expression(condition, .actual)
    } else {
      demand(condition, node)
    }
    for message in parts.dropFirst() { argument(message) }
    core.builder.close()
  }

  /// Opens an assertion that a condition holds, with its operands.
  private mutating func demand(_ condition: Int32, _ node: Int32) {
    let use: NodeFlags = [.discarded]
    switch kind(condition) {
    case .not:
      open(PythonAssertion(AssertionKind.falsy, .one), node, use)
      if let operand = child(condition, fields.argument) { expression(operand, .actual) }
    case .false:
      open(PythonAssertion(AssertionKind.fail, .plain), node, use)
    case .call:
      if let callee = callee(of: condition), isTypeTest(condition, callee, place(callee)) {
        open(PythonAssertion(AssertionKind.type, .two), node, use)
        let given = givenArguments(condition)
        for (index, part) in given.enumerated() { expression(part, index == 0 ? .actual : .expected) }
      } else {
        open(PythonAssertion(AssertionKind.truthy, .one), node, use)
        expression(condition, .actual)
      }
    case .comparison:
      guard let found = singleComparison(condition), let form = PythonLowering.demands[found.name] else {
        open(PythonAssertion(AssertionKind.truthy, .one), node, use)
        expression(condition, .actual)
        return
      }
      let isIdentity = py.has(.isWord, in: condition) || py.has(.isNot, in: condition)
      if form.kind == AssertionKind.equal, isIdentity {
        open(PythonAssertion(AssertionKind.same, .two, negated: form.isNegated), node, use)
      } else {
        open(form, node, use)
      }
      let isSwapped = form.shape == .twoSwapped
      if isSwapped, let right = found.right { expression(right, .actual) }
      expression(found.left, isSwapped ? .expected : .actual)
      if !isSwapped, let right = found.right { expression(right, .expected) }
    default:
      open(PythonAssertion(AssertionKind.truthy, .one), node, use)
      expression(condition, .actual)
    }
  }

  private func singleComparison(_ node: Int32) -> Comparison? {
    let marks = py.children(node).filter { py[$0].field == fields.operators }
    let operands = py.children(node).filter { py[$0].field != fields.operators && py.isPart($0) }
    guard marks.count == 1, operands.count == 2 else { return nil }
    return Comparison(operands[0], marks[0], operands[1], py)
  }

  /// What an assertion of a comparison demands.
  private static let demands: [String: PythonAssertion] = [
    Operator.equal: PythonAssertion(AssertionKind.equal, .two),
    Operator.notEqual: PythonAssertion(AssertionKind.equal, .two, negated: true),
    Operator.isNull: PythonAssertion(AssertionKind.null, .one),
    Operator.isNotNull: PythonAssertion(AssertionKind.notNull, .one),
    Operator.less: PythonAssertion(AssertionKind.less, .two),
    Operator.lessOrEqual: PythonAssertion(AssertionKind.atMost, .two),
    Operator.greater: PythonAssertion(AssertionKind.greater, .two),
    Operator.greaterOrEqual: PythonAssertion(AssertionKind.atLeast, .two),
    Operator.in: PythonAssertion(AssertionKind.contains, .twoSwapped),
    Operator.notIn: PythonAssertion(AssertionKind.contains, .twoSwapped, negated: true),
    Operator.isType: PythonAssertion(AssertionKind.type, .two),
  ]

  // MARK: - Calls that assert

  private mutating func open(
    _ form: PythonAssertion,
    _ node: Int32,
    _ flags: NodeFlags,
    role: Role = .statement
  ) {
    var flags = flags
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  mutating func assertion(
    _ form: PythonAssertion,
    _ node: Int32,
    _ callee: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) {
    open(form, node, use, role: role)
    let given = givenArguments(node)
    switch form.shape {
    case .raising: raising(given, node)
    case .double:
      if let double = child(callee, fields.object) { expression(double, .actual) }
      for part in given { expression(part, .expected) }
    case .plain:
      for part in given { argument(part) }
    case .one, .two, .twoSwapped:
      let roles: [Role] =
        switch form.shape {
        case .two: [.actual, .expected]
        case .twoSwapped: [.expected, .actual]
        default: [.actual]
        }
      operands(given, roles)
    }
    core.builder.close()
  }

  /// Writes arguments in roles, `actual` before `expected`, and those left over as arguments.
  private mutating func operands(_ given: [Int32], _ roles: [Role]) {
    let positional = given.prefix(roles.count).prefix { kind($0) != .keywordArgument }
    for role in [Role.actual, .expected] {
      for (part, wanted) in zip(positional, roles) where wanted == role { expression(part, role) }
    }
    for part in given.dropFirst(positional.count) { argument(part) }
  }

  /// `assertRaises(Error, call, …)`: what is called stands in a body, as it does below a `with`.
  private mutating func raising(_ given: [Int32], _ node: Int32) {
    if let error = given.first { expectedError(error) }
    guard given.count > 1, kind(given[1]) != .keywordArgument else {
      for part in given.dropFirst() { argument(part) }
      return
    }
    let called = py.unwrap(given[1])
    let bytes = range(called).lowerBound..<range(given[given.count - 1]).upperBound
    if kind(called) == .string {
      // `assertRaisesRegex(Error, "text", call, …)`
      argument(called)
      guard given.count > 2 else { return }
    }
    let callable = kind(called) == .string ? py.unwrap(given[2]) : called
    let rest = given.dropFirst(kind(called) == .string ? 3 : 2)
    core.builder.open(.block, .body, bytes)
    if kind(callable) == .lambda, let body = child(callable, fields.body) {
      expression(body, .statement, [.discarded])
    } else if py.isDotted(callable) {
      let place = place(callable)
      core.builder.open(
        .call,
        .statement,
        bytes,
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: [.discarded]
      )
      for part in rest { argument(part) }
      core.builder.close()
    } else {
      core.builder.open(.call, .statement, bytes, flags: [.discarded])
      expression(callable, .receiver)
      for part in rest { argument(part) }
      core.builder.close()
    }
    core.builder.close()
  }

  private mutating func expectedError(_ node: Int32) {
    if kind(node) == .keywordArgument || kind(node) == .listSplat || kind(node) == .dictionarySplat {
      argument(node)
    } else {
      expression(node, .expected)
    }
  }

  /// Opens the assertion that a `with` makes of its body.
  mutating func openAssertion(_ form: PythonAssertion, _ call: Int32, _ bytes: Range<Int>, boundTo name: Int32?) {
    var flags: NodeFlags = [.discarded]
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, .statement, bytes, name: core.builder.name(form.kind), flags: flags)
    for (index, part) in givenArguments(call).enumerated() {
      if index == 0 { expectedError(part) } else { argument(part) }
    }
    if let name { target(name, .target) }
  }
}
