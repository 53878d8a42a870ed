import Behaviour
import TreeSitter

extension PHPLowering {
  mutating func openAssertion(_ kind: String, _ node: Int32, _ role: Role, _ flags: NodeFlags) {
    core.builder.open(.assertion, role, range(node), name: core.builder.name(kind), flags: flags)
  }

  /// Writes a call that asserts.
  mutating func assertion(_ form: PHPAssertion, _ node: Int32, _ receiver: Int32?, _ role: Role, _ use: NodeFlags) {
    openAssertion(form.kind, node, role, form.isNegated ? use.union(.negated) : use)
    let given = child(node, fields.arguments).map { php.parts($0) } ?? []
    switch form.shape {
    case .receiver:
      if let receiver { expression(receiver, .actual) }
      for part in given { if let value = value(of: part) { expression(value, .expected) } }
    case .plain: for part in given { argument(part) }
    case .one: operands(given, [.actual])
    case .two: operands(given, [.expected, .actual])
    case .twoSwapped: operands(given, [.actual, .expected])
    }
    core.builder.close()
  }

  /// Writes arguments in roles, `actual` before `expected`, and those left over as arguments.
  private mutating func operands(_ given: [Int32], _ roles: [Role]) {
    let positional = given.prefix(roles.count).prefix { child($0, fields.name) == nil }
    for role in [Role.actual, .expected] {
      for (part, wanted) in zip(positional, roles) where wanted == role {
        if let value = value(of: part) { expression(value, role) }
      }
    }
    for part in given.dropFirst(positional.count) { argument(part) }
  }

  // MARK: - Errors that must come

  /// What a statement says that those behind it must raise: `$this->expectException(Declined::class);`
  func expectedException(_ statement: Int32) -> Int32? {
    guard kind(statement) == .expressionStatement, let call = php.firstPart(statement),
      kind(call) == .memberCall || kind(call) == .scopedCall, let name = child(call, fields.name),
      php.isText(name, "expectException") || php.isText(name, "expectExceptionObject"),
      let object = child(call, fields.object) ?? child(call, fields.scope),
      php.isText(object, "$this") || php.isText(object, "self") || php.isText(object, "static")
    else { return nil }
    return givenValues(call).first
  }

  /// Opens the assertion, and the block of what must raise the error.
  mutating func open(expectedException expected: Int32, _ node: Int32, upTo end: Int) {
    let start = range(node).lowerBound
    let name = core.builder.name(AssertionKind.raises)
    core.builder.open(.assertion, .statement, start..<max(start, end), name: name, flags: [.discarded])
    expression(expected, .expected)
    let bodyStart = range(node).upperBound
    core.builder.open(.block, .body, min(bodyStart, end)..<max(bodyStart, end))
  }

  // MARK: - Pest

  /// Whether a call is that of Pest's `expect`.
  func isExpectation(_ node: Int32) -> Bool {
    guard isTest, kind(node) == .call, let callee = child(node, fields.function), php.isText(callee, "expect") else {
      return false
    }
    return isBuiltin(callee)
  }

  private struct Demand {
    let call: Int32
    let kind: String
    let isNegated: Bool
    /// The call that gives what is asserted on: `expect($x)`, `->and($y)`.
    let subject: Int32
  }

  /// `expect($x)->toBe(1)->and($y)->not->toBeNull()`: an assertion for each demand.
  mutating func expectation(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard isTest, kind(node) == .memberCall else { return false }
    var links: [(name: Int32, call: Int32?)] = []
    var at = node
    while links.count < 60, kind(at) == .memberCall || kind(at) == .member, let object = child(at, fields.object),
      let name = child(at, fields.name)
    {
      links.append((name, kind(at) == .memberCall ? at : nil))
      at = php.unwrap(object)
    }
    guard isExpectation(at) else { return false }
    var demands: [Demand] = []
    var subject = at
    var isNegated = false
    for link in links.reversed() {
      if php.isText(link.name, "not") {
        isNegated = true
      } else if let call = link.call {
        if php.isText(link.name, "and") {
          subject = call
        } else if let kind = PHPAssertions.matcher(php.text(link.name)) {
          demands.append(Demand(call: call, kind: kind, isNegated: isNegated, subject: subject))
        }
        isNegated = false
      }
    }
    guard !demands.isEmpty else { return false }
    // Only as statements do they stand side by side.
    for demand in role == .statement ? demands[...] : demands.suffix(1) { write(demand, role, use) }
    return true
  }

  private mutating func write(_ demand: Demand, _ role: Role, _ use: NodeFlags) {
    let isNotNull = demand.kind == AssertionKind.null && demand.isNegated
    let kind = isNotNull ? AssertionKind.notNull : demand.kind
    openAssertion(kind, demand.call, role, demand.isNegated && !isNotNull ? use.union(.negated) : use)
    let subjects = givenValues(demand.subject)
    if kind == AssertionKind.raises, let closure = subjects.first.map(php.unwrap), php.isFunction(closure) {
      for value in givenValues(demand.call) { expression(value, .expected) }
      if let body = child(closure, fields.body) {
        if self.kind(body) == .compound {
          block(body, .body)
        } else {
          core.builder.open(.block, .body, range(body))
          expression(body, .statement, [.discarded])
          core.builder.close()
        }
      }
    } else {
      for value in subjects { expression(value, .actual) }
      for value in givenValues(demand.call) { expression(value, .expected) }
    }
    core.builder.close()
  }

  // MARK: - Doubles

  /// `$gateway->shouldHaveReceived('charge')->with($order)`, `$gateway->expects($this->once())->method('charge')`.
  mutating func doubleAssertion(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard isTest, kind(node) == .memberCall else { return false }
    var links: [(name: Int32, call: Int32)] = []
    var at = node
    while links.count < 40, kind(at) == .memberCall, let object = child(at, fields.object),
      let name = child(at, fields.name)
    {
      links.append((name, at))
      at = php.unwrap(object)
    }
    guard let first = links.last else { return false }
    let isAfter = php.isText(first.name, "shouldHaveReceived") || php.isText(first.name, "shouldNotHaveReceived")
    let isPHPUnit = php.isText(first.name, "expects")
    guard isAfter || isPHPUnit || php.isText(first.name, "shouldReceive") && links.contains(where: isCount) else {
      return false
    }
    let isNever = php.isText(first.name, "shouldNotHaveReceived") || links.contains { php.isText($0.name, "never") }
    let isUnwanted = isNever || isPHPUnit && isNeverCount(first.call)
    openAssertion(AssertionKind.called, node, role, isUnwanted ? use.union(.negated) : use)
    let naming = isPHPUnit ? links.first { php.isText($0.name, "method") }?.call : first.call
    let method = naming.flatMap { givenValues($0).first }.map(php.unwrap)
    actual(at, method)
    for link in links.reversed() {
      if php.isText(link.name, "with") || php.isText(link.name, "withArgs") {
        for value in givenValues(link.call) { expression(value, .expected) }
      } else if link.call == naming {
        for value in givenValues(link.call).dropFirst() { wanted(value) }
      } else if !(isPHPUnit && link.call == first.call) {
        for value in givenValues(link.call) { plainArgument(value) }
      }
    }
    core.builder.close()
    return true
  }

  /// The arguments that a double must have been called with, which may be given in an array.
  private mutating func wanted(_ value: Int32) {
    let list = php.unwrap(value)
    guard kind(list) == .array else {
      expression(value, .expected)
      return
    }
    for element in php.children(list) where php.isPart(element) { expression(element, .expected) }
  }

  private func isCount(_ link: (name: Int32, call: Int32)) -> Bool {
    switch php.text(link.name) {
    case "once", "twice", "times", "never", "atLeast", "atMost", "between", "zeroOrMoreTimes": true
    default: false
    }
  }

  /// `expects($this->never())`.
  private func isNeverCount(_ call: Int32) -> Bool {
    guard let count = givenValues(call).first.map(php.unwrap), let name = child(count, fields.name) else {
      return false
    }
    return php.isText(name, "never")
  }

  /// The method of the double, as if it were read.
  private mutating func actual(_ double: Int32, _ method: Int32?) {
    written.removeAll(keepingCapacity: true)
    guard let method, kind(method) == .string, appendDotted(double, to: &written) != nil else {
      expression(double, .actual)
      return
    }
    written.append(UInt8(ascii: "."))
    written.append(contentsOf: core.source.slice(php.inner(method)))
    core.builder.leaf(.read, .actual, range(double), name: core.builder.name(written, written.indices))
  }
}
