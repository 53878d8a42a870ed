import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes a macro that asserts; false, and nothing written, for any other.
  mutating func assertion(_ node: Int32, _ role: Role) -> Bool {
    let bytes = range(node)
    let name = macroName(node)
    let isSnapshot = name.hasSuffix("snapshot") || name.hasSuffix("_snap")
    if !isSnapshot, !RustLowering.isAssertion(name) {
      // One of the file's own, in which something asserts: on what, its own text says.
      guard outline.environment.names[RustOutliner.key(ofMacro: name)] == RustOutliner.assertingMacro else {
        return false
      }
      open(AssertionKind.other, bytes, role)
      _ = withArguments(node) { $0.formatted($1) }
      core.builder.close()
      return true
    }
    if name.hasSuffix("assert_matches") || name == "assert_matches", demandMatch(node, bytes, role) { return true }
    if !withArguments(node, { $0.assertion(name, isSnapshot, $1, bytes, role) }) {
      // Some other form, of which nobody knows what it looks at.
      core.builder.leaf(
        .assertion,
        role,
        range(node),
        name: core.builder.name(AssertionKind.other),
        flags: [.discarded]
      )
    }
    return true
  }

  private static func isAssertion(_ name: String) -> Bool {
    name.split(separator: "_").contains("assert")
  }

  private mutating func open(_ kind: String, _ bytes: Range<Int>, _ role: Role, _ flags: NodeFlags = []) {
    core.builder.open(
      .assertion,
      role,
      bytes,
      name: core.builder.name(kind),
      flags: flags.union(.discarded)
    )
  }

  private mutating func assertion(
    _ name: String,
    _ isSnapshot: Bool,
    _ given: [Int32],
    _ bytes: Range<Int>,
    _ role: Role
  ) {
    if isSnapshot {
      open(AssertionKind.snapshot, bytes, role)
      if let value = given.first(where: { !isText($0) }) ?? given.first { expression(value, .actual) }
      core.builder.close()
      return
    }
    let end = name.split(separator: "_").last ?? ""
    switch end {
    case "assert":
      guard let condition = given.first.map(rs.unwrap) else { break }
      demand(condition, bytes, role)
      finish(given.dropFirst())
      return
    case "eq", "ne":
      guard given.count >= 2 else { break }
      let isNegated = end == "ne"
      if !isNegated, let pair = failure(given[0], given[1]) {
        raising(pair.tried, [pair.error], bytes, role)
        finish(given.dropFirst(2))
        return
      }
      open(AssertionKind.equal, bytes, role, isNegated ? [.negated] : [])
      expression(given[0], .actual)
      expression(given[1], .expected)
      finish(given.dropFirst(2))
      return
    case "err":
      guard let value = given.first else { break }
      raising(value, [], bytes, role)
      finish(given.dropFirst())
      return
    case "ok", "some", "none":
      guard let value = given.first else { break }
      open(end == "none" ? AssertionKind.null : AssertionKind.notNull, bytes, role)
      expression(value, .actual)
      finish(given.dropFirst())
      return
    case "lt", "le", "gt", "ge":
      guard given.count >= 2 else { break }
      let kinds = [
        "lt": AssertionKind.less, "le": AssertionKind.atMost, "gt": AssertionKind.greater, "ge": AssertionKind.atLeast,
      ]
      open(kinds[String(end)] ?? AssertionKind.other, bytes, role)
      expression(given[0], .actual)
      expression(given[1], .expected)
      finish(given.dropFirst(2))
      return
    default: break
    }
    open(AssertionKind.other, bytes, role)
    if let value = given.first { expression(value, .actual) }
    finish(given.dropFirst())
  }

  /// Writes the message behind what is asserted, and closes the assertion.
  private mutating func finish(_ rest: ArraySlice<Int32>) {
    formatted(Array(rest))
    core.builder.close()
  }

  /// Which of two values is an `Err(e)` that the other must be.
  private func failure(_ left: Int32, _ right: Int32) -> (tried: Int32, error: Int32)? {
    if let error = argument(of: rs.unwrap(right), calledAs: "Err") { return (left, error) }
    if let error = argument(of: rs.unwrap(left), calledAs: "Err") { return (right, error) }
    return nil
  }

  /// Opens the assertion that something fails, with what must.
  private mutating func raising(_ tried: Int32, _ errors: [Int32], _ bytes: Range<Int>, _ role: Role) {
    open(AssertionKind.raises, bytes, role)
    for error in errors { expression(error, .expected) }
    core.builder.open(.block, .body, range(tried))
    if let inner = inlined(tried) { statements(of: inner, .ends) } else { expression(tried, .statement, [.discarded]) }
    core.builder.close()
  }

  /// Opens the assertion that a condition holds, with its operands.
  private mutating func demand(_ condition: Int32, _ bytes: Range<Int>, _ role: Role) {
    switch kind(condition) {
    case .unary where kind(condition &+ 1) == .bang:
      open(AssertionKind.falsy, bytes, role)
      if let value = rs.firstPart(condition) { expression(value, .actual) }
    case .boolean where rs.isText(condition, "false"): open(AssertionKind.fail, bytes, role)
    case .binary:
      guard let mark = child(condition, fields.operator), let form = RustLowering.demands[core.text(mark)],
        let left = child(condition, fields.left), let right = child(condition, fields.right)
      else { break }
      open(form.kind, bytes, role, form.isNegated ? [.negated] : [])
      expression(left, .actual)
      expression(right, .expected)
      return
    case .call:
      if demandOfCall(condition, bytes, role) { return }
    case .macro where macroName(condition) == "matches":
      if openMatch(condition, bytes, role) { return }
    default: break
    }
    guard kind(condition) != .unary || kind(condition &+ 1) != .bang, !rs.isText(condition, "false") else { return }
    open(AssertionKind.truthy, bytes, role)
    expression(condition, .actual)
  }

  private static let demands: [String: (kind: String, isNegated: Bool)] = [
    "==": (AssertionKind.equal, false), "!=": (AssertionKind.equal, true), "<": (AssertionKind.less, false),
    "<=": (AssertionKind.atMost, false), ">": (AssertionKind.greater, false), ">=": (AssertionKind.atLeast, false),
  ]

  /// `x.is_some()`, `f().is_err()`, `xs.contains(&x)`
  private mutating func demandOfCall(_ call: Int32, _ bytes: Range<Int>, _ role: Role) -> Bool {
    guard let callee = child(call, fields.function), kind(callee) == .member, let method = child(callee, fields.field),
      let object = child(callee, fields.value)
    else { return false }
    let given = arguments(of: call)
    switch core.text(method) {
    case "is_some" where given.isEmpty: open(AssertionKind.notNull, bytes, role)
    case "is_none" where given.isEmpty: open(AssertionKind.null, bytes, role)
    case "is_err" where given.isEmpty:
      raising(object, [], bytes, role)
      return true
    case "contains" where given.count == 1, "contains_key" where given.count == 1:
      open(AssertionKind.contains, bytes, role)
      expression(object, .actual)
      expression(given[0], .expected)
      return true
    default: return false
    }
    expression(object, .actual)
    return true
  }

  // MARK: - Patterns

  /// `assert_matches!(value, Pattern(..))`
  private mutating func demandMatch(_ node: Int32, _ bytes: Range<Int>, _ role: Role) -> Bool {
    guard openMatch(node, bytes, role) else { return false }
    core.builder.close()
    return true
  }

  /// Opens the assertion that a value matches a pattern: of `Err(e)`, that it fails.
  private mutating func openMatch(_ macro: Int32, _ bytes: Range<Int>, _ role: Role) -> Bool {
    let parts = RustMacroText.split(core.source.bytes, macroContent(macro))
    guard parts.count >= 2,
      let value = reading(parts[0], as: .plain, between: "fn a(){b(", and: ");}"),
      let rest = reading(parts[1], as: .plain, between: "fn a(){match b{", and: "=>{}}}")
    else { return false }
    let pattern = within(rest) { lowering in
      lowering.rs.firstNode(.match).flatMap { lowering.arms(of: $0).first?.pattern }
    }
    guard let pattern else { return false }
    let fails = within(rest) { $0.isResultPattern(pattern, "Err") }
    open(fails ? AssertionKind.raises : AssertionKind.type, bytes, role)
    let write: (inout Self, Role, NodeFlags) -> Void = { lowering, role, use in
      lowering.within(value) { lowering in
        guard let list = lowering.rs.firstNode(.arguments), let part = lowering.rs.firstPart(list) else { return }
        lowering.expression(part, role, use)
      }
    }
    if fails {
      within(rest) { lowering in
        if let inner = lowering.inner(of: pattern), lowering.kind(inner) != .underscore,
          lowering.kind(inner) != .remaining
        {
          lowering.typeOf(inner, .expected)
        }
      }
      core.builder.open(.block, .body, parts[0])
      write(&self, .statement, [.discarded])
      core.builder.close()
    } else {
      write(&self, .actual, [])
      within(rest) { $0.typeOf(pattern, .expected) }
    }
    return true
  }

  // MARK: - Methods

  /// `expect![["…"]].assert_eq(&text)`, `command.assert().success()`: false, and nothing written, for any other call.
  mutating func assertion(byCall node: Int32, _ method: Int32, _ object: Int32, _ role: Role) -> Bool {
    let name = core.source.slice(range(method))
    guard name.starts(with: "assert_".utf8) || rs.isText(method, "assert") else { return false }
    let given = arguments(of: node)
    guard given.count <= 2, span.kind == .test || standsAmongTests || outline.traits.contains(.test) else {
      return false
    }
    let isEqual = rs.isText(method, "assert_eq") && given.count == 1
    open(isEqual ? AssertionKind.equal : AssertionKind.other, range(node), role)
    if isEqual {
      expression(given[0], .actual)
      expression(object, .expected)
    } else {
      expression(object, .actual)
      for part in given { argument(part) }
    }
    core.builder.close()
    return true
  }

  // MARK: - Panics and mocks

  /// `#[should_panic(expected = "…")]`: all that the test does must end in a panic.
  mutating func expectPanic(_ attribute: Int32, _ body: Int32) {
    core.builder.open(
      .assertion,
      .statement,
      range(body),
      name: core.builder.name(AssertionKind.raises),
      flags: [.discarded]
    )
    if let tokens = rs.first(.tokenTree, in: attribute), let text = rs.children(tokens).first(where: isText) {
      string(text, .expected)
    }
    block(body, .body, .discard)
    core.builder.close()
  }

  /// What a mock demands of those who use it.
  struct MockDemand {
    var object: Int32
    var method: Int32
    var arguments: [Int32]
    var isNegated: Bool
  }

  /// `mock.expect_charge().with(eq(3)).times(1).returning(…)`: fails the test where it is not called so.
  func mockAssertion(_ node: Int32, _ method: Int32, _ object: Int32) -> MockDemand? {
    guard kind(rs[node].parent) == .expressionStatement else { return nil }
    var call = node
    var isCounted = false
    var isNegated = false
    var expected: [Int32] = []
    for _ in 0..<16 {
      guard kind(call) == .call, let callee = child(call, fields.function), kind(callee) == .member,
        let name = child(callee, fields.field), let inner = child(callee, fields.value)
      else { return nil }
      if core.source.slice(range(name)).starts(with: "expect_".utf8) {
        guard isCounted, rs.isDotted(inner) else { return nil }
        return MockDemand(object: inner, method: name, arguments: expected, isNegated: isNegated)
      }
      if rs.isText(name, "times") {
        isCounted = true
        isNegated = arguments(of: call).first.map { rs.isText($0, "0") } ?? false
      } else if rs.isText(name, "once") {
        isCounted = true
      } else if rs.isText(name, "never") {
        isCounted = true
        isNegated = true
      } else if rs.isText(name, "with") {
        expected = arguments(of: call)
      }
      call = rs.unwrap(inner)
    }
    return nil
  }

  mutating func write(_ demand: MockDemand, _ node: Int32, _ role: Role) {
    open(AssertionKind.called, range(node), role, demand.isNegated ? [.negated] : [])
    let name = core.text(demand.object) + "." + core.text(demand.method).dropFirst(7)
    let bytes = range(demand.object).lowerBound..<range(demand.method).upperBound
    core.builder.leaf(.read, .actual, bytes, name: core.builder.name(name), detail: PlaceKind.local.rawValue)
    for part in demand.arguments { expression(part, .expected) }
    core.builder.close()
  }
}
