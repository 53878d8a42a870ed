import Behaviour
import TreeSitter

extension SwiftLowering {
  private mutating func open(
    _ form: SwiftAssertion,
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags,
    negated: Bool = false
  ) {
    var flags = use
    if form.isNegated != negated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  // MARK: - Calls

  /// Writes a call that asserts something.
  ///
  /// - Returns: whether it does.
  mutating func assertion(
    _ node: Int32,
    _ callee: Int32,
    _ suffix: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    switch kind(callee) {
    case .identifier:
      guard let form = assertedForm(callee, suffix), core.scope.topLevel(sw.name(callee)) == nil else { return false }
      assertion(form, node, arguments(of: suffix), role, use)
      return true
    case .navigation:
      guard let name = child(callee, fields.suffix).map({ $0 &+ 1 }), let target = sw.firstPart(callee) else {
        return false
      }
      if sw.isText(name, "record"), sw.isText(target, "Issue") {
        assertion(SwiftAssertion(AssertionKind.fail, .plain), node, arguments(of: suffix), role, use)
        return true
      }
      if kind(target) == .call { return nimble(node, name, target, suffix, role, use) }
      guard kind(target) == .selfWord, outline.traits.contains(.test) else { return false }
      let label = arguments(of: suffix).first?.label.map { sw.name($0) } ?? ""
      guard let form = SwiftAssertions.wait(sw.name(name), label) else { return false }
      assertion(form, node, arguments(of: suffix), role, use)
      return true
    default: return false
    }
  }

  /// What a function of that name asserts; for most names, one look at the first letter is enough.
  private mutating func assertedForm(_ callee: Int32, _ suffix: Int32) -> SwiftAssertion? {
    switch sw.firstByte(callee) {
    case UInt8(ascii: "X"), UInt8(ascii: "a"): return SwiftAssertions.function(sw.name(callee))
    case UInt8(ascii: "f"), UInt8(ascii: "w"), UInt8(ascii: "m"):
      guard outline.traits.contains(.test) else { return nil }
      if let form = nimbleFailure(callee) { return form }
      let label = arguments(of: suffix).first?.label.map { sw.name($0) }
      return SwiftAssertions.wait(sw.name(callee), label ?? "")
    default: return nil
    }
  }

  private mutating func assertion(
    _ form: SwiftAssertion,
    _ node: Int32,
    _ given: [Given],
    _ role: Role,
    _ use: NodeFlags
  ) {
    open(form, node, role, use)
    let positional = given.prefix { $0.label == nil }
    switch form.shape {
    case .plain: write(given)
    case .one:
      if let first = given.first { expression(first.value, .actual) }
      write(Array(given.dropFirst()))
    case .two:
      if let first = positional.first { expression(first.value, .actual) }
      if positional.count > 1 { expression(positional[1].value, .expected) }
      write(Array(given.dropFirst(min(2, positional.count))))
    case .raising:
      if let first = given.first { body(first.value) }
      write(Array(given.dropFirst()))
    }
    core.builder.close()
  }

  /// Writes what is to fail, or not to.
  private mutating func body(_ value: Int32) {
    let plain = sw.unwrap(value)
    if kind(plain) == .lambda {
      block(sw.body(plain), .body, in: plain)
      return
    }
    core.builder.open(.block, .body, range(value))
    let inner = kind(plain) == .try && !isOptionalTry(plain) ? child(plain, fields.expression) ?? plain : plain
    let outside = isTrying
    isTrying = true
    expression(inner, .statement, [.discarded])
    isTrying = outside
    core.builder.close()
  }

  // MARK: - Swift Testing

  /// `#expect(…)`, `#require(…)`.
  ///
  /// - Returns: whether a macro is one of them.
  mutating func macro(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard let name = sw.first(.identifier, in: node), sw.isText(name, "expect") || sw.isText(name, "require"),
      let suffix = sw.first(.callSuffix, in: node)
    else { return false }
    let given = arguments(of: suffix)
    guard let first = given.first else { return false }
    if let label = first.label, sw.isText(label, "throws") {
      let isNever = sw.starts(first.value, with: "Never")
      open(SwiftAssertion(AssertionKind.raises, .raising, negated: isNever), node, role, use)
      if !isNever { expression(first.value, .expected) }
      for argument in given.dropFirst() {
        if kind(argument.value) == .lambda { body(argument.value) } else { write(argument) }
      }
      core.builder.close()
      return true
    }
    if kind(first.value) == .lambda {
      // `#expect { try work() } throws: { error in … }`
      open(SwiftAssertion(AssertionKind.raises, .raising), node, role, use)
      body(first.value)
      write(Array(given.dropFirst()))
      core.builder.close()
      return true
    }
    demand(first.value, node, role, use, isValue: sw.isText(name, "require"))
    write(Array(given.dropFirst()))
    core.builder.close()
    return true
  }

  /// Opens an assertion that a condition holds, with its operands.
  ///
  /// - Parameter isValue: whether a value that is no condition must be there.
  private mutating func demand(_ value: Int32, _ node: Int32, _ role: Role, _ use: NodeFlags, isValue: Bool) {
    var condition = sw.unwrap(value)
    let outside = isTrying
    defer { isTrying = outside }
    while kind(condition) == .try || kind(condition) == .awaited, !isOptionalTry(condition),
      let inner = child(condition, fields.expression) ?? sw.parts(condition).last, isComparison(sw.unwrap(inner))
    {
      isTrying = isTrying || kind(condition) == .try
      condition = sw.unwrap(inner)
    }
    if isComparison(condition), let form = comparison(condition) {
      open(form.form, node, role, use)
      expression(form.left, .actual)
      if let right = form.right { expression(right, .expected) }
    } else if kind(condition) == .prefix, prefixMark(condition) == UInt8(ascii: "!"),
      let target = child(condition, fields.target)
    {
      membership(target, node, role, use, negated: true)
    } else if kind(condition) == .check {
      open(SwiftAssertion(AssertionKind.type, .two), node, role, use)
      if let value = child(condition, fields.target) { expression(value, .actual) }
      if let type = child(condition, fields.name) { read(core.place(ofText: sw.typeName(type)), type, .expected) }
    } else if kind(condition) == .boolean, sw.isText(condition, "false") {
      open(SwiftAssertion(AssertionKind.fail, .plain), node, role, use)
    } else if isValue, !isCondition(condition) {
      open(SwiftAssertion(AssertionKind.notNull, .one), node, role, use)
      expression(condition, .actual)
    } else {
      membership(condition, node, role, use, negated: false)
    }
  }

  /// `xs.contains(x)`, and any other value that must be true.
  private mutating func membership(
    _ condition: Int32,
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags,
    negated: Bool
  ) {
    if let (object, member) = containment(sw.unwrap(condition)) {
      open(SwiftAssertion(AssertionKind.contains, .two), node, role, use, negated: negated)
      expression(object, .actual)
      expression(member, .expected)
      return
    }
    open(SwiftAssertion(negated ? AssertionKind.falsy : AssertionKind.truthy, .one), node, role, use)
    expression(condition, .actual)
  }

  private func containment(_ node: Int32) -> (Int32, Int32)? {
    guard kind(node) == .call, let callee = sw.firstPart(node), kind(callee) == .navigation,
      let name = child(callee, fields.suffix).map({ $0 &+ 1 }), sw.isText(name, "contains"),
      let object = sw.firstPart(callee), let suffix = sw.first(.callSuffix, in: node)
    else { return nil }
    let given = arguments(of: suffix)
    guard given.count == 1, given[0].label == nil, kind(given[0].value) != .lambda else { return nil }
    return (object, given[0].value)
  }

  private func isComparison(_ node: Int32) -> Bool {
    switch kind(node) {
    case .equality, .comparison: true
    case .infix: sw.mark(in: node).map { sw.precedence($0) == SwiftSyntax.comparing } ?? false
    default: false
    }
  }

  /// Whether an operand is a sequence itself that the comparison should stand in: `a == b && c`.
  private func isLooser(_ node: Int32) -> Bool {
    guard node >= 0, kind(node)?.isBinary == true, let mark = sw.mark(in: node) else { return false }
    return sw.precedence(mark) <= SwiftSyntax.comparing
  }

  private func isCondition(_ node: Int32) -> Bool {
    kind(node).map { $0.isBinary && $0 != .additive && $0 != .multiplicative && $0 != .nilCoalescing } ?? false
  }

  /// A comparison of two values that are no comparisons themselves, as an assertion.
  private func comparison(_ node: Int32) -> (form: SwiftAssertion, left: Int32, right: Int32?)? {
    let parts = sw.operands(node)
    guard parts.count == 2, parts.allSatisfy({ !isLooser(sw.unwrap($0) == $0 ? $0 : -1) }),
      let mark = sw.mark(in: node), let form = SwiftAssertions.comparison(sw.text(mark))
    else { return nil }
    let isLeftNull = kind(sw.unwrap(parts[0])) == .null
    guard isLeftNull || kind(sw.unwrap(parts[1])) == .null else { return (form, parts[0], parts[1]) }
    let demanded = form.isNegated ? AssertionKind.notNull : AssertionKind.null
    return (SwiftAssertion(demanded, .one), isLeftNull ? parts[1] : parts[0], nil)
  }

  // MARK: - Nimble

  /// `fail("text")` of Nimble.
  private mutating func nimbleFailure(_ callee: Int32) -> SwiftAssertion? {
    guard sw.isText(callee, "fail"), case .imported = core.scope.topLevel("Nimble") else { return nil }
    return SwiftAssertion(AssertionKind.fail, .plain)
  }

  /// `expect(value).to(matcher(other))`
  private mutating func nimble(
    _ node: Int32,
    _ word: Int32,
    _ expect: Int32,
    _ suffix: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    guard let callee = sw.firstPart(expect), sw.isText(callee, "expect") || sw.isText(callee, "expecta"),
      let subject = sw.first(.callSuffix, in: expect).flatMap({ arguments(of: $0).first })
    else { return false }
    let isNegated: Bool
    switch sw.name(word) {
    case "to", "toEventually", "toAlways": isNegated = false
    case "toNot", "notTo", "toEventuallyNot", "toNotEventually", "toNever": isNegated = true
    default: return false
    }
    let given = arguments(of: suffix)
    guard let matcher = given.first.map({ sw.unwrap($0.value) }), kind(matcher) == .call,
      let name = sw.firstPart(matcher), let demanded = sw.first(.callSuffix, in: matcher).map({ arguments(of: $0) })
    else { return false }
    let form = SwiftAssertions.matcher(sw.name(name))
    open(form, node, role, use, negated: isNegated)
    if case .raising = form.shape {
      if let error = demanded.first { expression(error.value, .expected) }
      body(subject.value)
    } else {
      expression(subject.value, .actual)
      if let expected = demanded.first { expression(expected.value, .expected) }
    }
    write(Array(given.dropFirst()))
    core.builder.close()
    return true
  }
}
