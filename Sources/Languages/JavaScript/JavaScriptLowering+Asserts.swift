import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `assert(x)`, `assert.equal(a, b)` and what else asserts by a plain name.
  mutating func assertCall(_ node: Int32, _ callee: Callee, _ role: Role, _ flags: NodeFlags) -> Bool {
    guard let word = assertWord(callee) else {
      return isTest && nameAssertion(node, callee, role, flags)
    }
    guard let arguments = js.child(node, fields.arguments), kind(arguments) == .arguments else { return false }
    let matcher = word.isEmpty ? JavaScriptMatcher(kind: AssertionKind.truthy) : JavaScriptMatcher.named(word)
    let isPromise = word.contains("eject")
    write(node, arguments, matcher ?? JavaScriptMatcher(kind: AssertionKind.other), role, flags, isPromise: isPromise)
    return true
  }

  /// Writes an assertion whose operands are its arguments: actual, expected, message.
  private mutating func write(
    _ node: Int32,
    _ arguments: Int32,
    _ matcher: JavaScriptMatcher,
    _ role: Role,
    _ flags: NodeFlags,
    isPromise: Bool = false
  ) {
    var flags = flags
    if matcher.isNegated { flags.insert(.negated) }
    if isPromise { flags.insert(.async) }
    openAssertion(node, matcher.kind, role, flags)
    switch matcher.kind {
    case AssertionKind.truthy, AssertionKind.falsy, AssertionKind.null, AssertionKind.notNull:
      operands(of: arguments, [.actual])
    case AssertionKind.fail: operands(of: arguments, [])
    case AssertionKind.raises: raises(arguments, isPromise: isPromise)
    case AssertionKind.called:
      operands(of: arguments, [.actual] + manyExpected)
    default: operands(of: arguments, [.actual, .expected])
    }
    builder.close()
  }

  /// `throws(function, error, message)`: the error stands first, as where frameworks demand it of a block.
  private mutating func raises(_ arguments: Int32, isPromise: Bool) {
    let all = js.children(arguments).filter { js.syntax[$0].isNamed && kind($0) != .comment && !js.syntax[$0].isError }
    for (index, argument) in all.enumerated().dropFirst() {
      if index == 1, kind(argument) != .spread { expression(argument, .expected) } else { self.argument(argument) }
    }
    if let code = all.first { demandedFailure(code, isPromise: isPromise) }
  }

  /// The word behind `assert`, empty for `assert` itself; nil where a callee is no such thing.
  private mutating func assertWord(_ callee: Callee) -> String? {
    var path = builder.text(callee.known.path)
    if callee.known.path == 0 {
      // Chai as a global of the test page, the `assert` of a test's context.
      guard isTest, let root = callee.root, js.isText(root, "assert"), isUndeclared(root) else {
        return contextWord(callee)
      }
      path = builder.text(callee.name)
    }
    for prefix in ["assert", "assert/strict", "chai.assert", "vitest.assert", "uvu/assert", "sinon.assert"] {
      guard path.hasPrefix(prefix) else { continue }
      var rest = path.dropFirst(prefix.count)
      if rest.hasPrefix(".strict") && !rest.hasPrefix(".strictEqual") { rest = rest.dropFirst(7) }
      if rest.isEmpty { return "" }
      guard rest.first == ".", !rest.dropFirst().contains("."), !rest.contains("(") else { continue }
      return JavaScriptLowering.isAssertHelper(rest.dropFirst()) ? nil : String(rest.dropFirst())
    }
    return nil
  }

  private static func isAssertHelper(_ word: Substring) -> Bool {
    word == "AssertionError" || word == "CallTracker"
  }

  private mutating func isUndeclared(_ root: Int32) -> Bool {
    let name = name(root)
    return scope.binding(name) == nil && !scope.fileName(name, &builder).isDeclared
  }

  /// `t.assert.equal`, `t.is`, `assert.equal` where a test gets `t` or `assert` as its parameter.
  private mutating func contextWord(_ callee: Callee) -> String? {
    guard isTest, let root = callee.root, kind(root) == .identifier, root != callee.node else { return nil }
    guard let binding = scope.binding(name(root)), binding.kind == .parameter else { return nil }
    let text = builder.text(callee.name)
    for prefix in ["t.assert.", "assert.", "t."] where text.hasPrefix(prefix) {
      let word = String(text.dropFirst(prefix.count))
      return JavaScriptMatcher.named(word) == nil ? nil : word
    }
    return nil
  }

  // MARK: - Other spellings

  /// `fail()`, `expect.assertions(1)`, `x.should.equal(y)`, `done.fail()`.
  private mutating func nameAssertion(_ node: Int32, _ callee: Callee, _ role: Role, _ flags: NodeFlags) -> Bool {
    guard let arguments = js.child(node, fields.arguments), kind(arguments) == .arguments else { return false }
    let text = builder.text(callee.name)
    switch text {
    case "fail", "done.fail", "expect.fail", "expect.unreachable":
      guard let root = callee.root, text != "fail" || isUndeclared(root) else { return false }
      write(node, arguments, JavaScriptMatcher(kind: AssertionKind.fail), role, flags)
      return true
    case "expect.assertions", "expect.hasAssertions":
      openAssertion(node, AssertionKind.other, role, flags)
      operands(of: arguments, [.expected])
      builder.close()
      return true
    default:
      if text.hasSuffix(".expect"), let object = js.child(callee.node, fields.object), isRequest(object) {
        openAssertion(node, AssertionKind.other, role, flags)
        expression(object, .actual)
        operands(of: arguments, manyExpected)
        builder.close()
        return true
      }
      guard text.contains(".should."), let (actual, words) = shouldChain(callee.node) else { return false }
      writeShould(node, actual, words, call: node, role, flags)
      return true
    }
  }

  /// What hangs on an expression: `request(app).get("/").expect(200)`, `cy.get("a").should("be.visible")`,
  /// `value().should.equal(1)`.
  mutating func receiverAssertion(_ node: Int32, _ callee: Callee, _ role: Role, _ flags: NodeFlags) -> Bool {
    guard let property = js.child(callee.node, fields.property), let object = js.child(callee.node, fields.object),
      let arguments = js.child(node, fields.arguments), kind(arguments) == .arguments
    else { return false }
    if js.isText(property, "expect") || js.isText(property, "should") || js.isText(property, "and") {
      if js.isText(property, "and"), !startsWithPage(object) { return false }
      openAssertion(node, AssertionKind.other, role, flags)
      expression(object, .actual)
      operands(of: arguments, manyExpected)
      builder.close()
      return true
    }
    guard let (actual, words) = shouldChain(callee.node) else { return false }
    writeShould(node, actual, words, call: node, role, flags)
    return true
  }

  /// `cy.…`.
  private func startsWithPage(_ node: Int32) -> Bool {
    var at = node
    for _ in 0..<60 {
      switch kind(at) {
      case .member:
        guard let object = js.child(at, fields.object) else { return false }
        at = object
      case .call:
        guard let function = js.child(at, fields.function) else { return false }
        at = function
      case .identifier: return js.isText(at, "cy")
      default: return false
      }
    }
    return false
  }

  /// A variable of the test that holds what `supertest` gave.
  private mutating func isRequest(_ node: Int32) -> Bool {
    guard let root = js.root(ofPath: node), root == node, let binding = scope.binding(name(node)) else { return false }
    return binding.kind == .local
  }

  // MARK: - Should

  /// `actual.should.not.equal`: the actual value, and the words behind `should`.
  func shouldChain(_ node: Int32) -> (actual: Int32, words: [String])? {
    var words: [String] = []
    var at = node
    for _ in 0..<40 {
      switch kind(at) {
      case .member:
        guard let object = js.child(at, fields.object), let property = js.child(at, fields.property) else { return nil }
        if js.isText(property, "should") { return words.isEmpty ? nil : (object, words.reversed()) }
        words.append(js.text(property))
        at = object
      case .call:
        guard let function = js.child(at, fields.function) else { return nil }
        at = function
      default: return nil
      }
    }
    return nil
  }

  mutating func writeShould(
    _ node: Int32,
    _ actual: Int32,
    _ words: [String],
    call: Int32?,
    _ role: Role,
    _ flags: NodeFlags
  ) {
    var matcher = words.last.flatMap { JavaScriptMatcher.named($0) } ?? JavaScriptMatcher(kind: AssertionKind.other)
    if words.dropLast().contains("not") { matcher = matcher.negated() }
    openAssertion(node, matcher.kind, role, matcher.isNegated ? flags.union(.negated) : flags)
    if matcher.kind == AssertionKind.raises {
      demandedFailure(actual, isPromise: true)
    } else {
      expression(actual, .actual)
    }
    if let call, let arguments = js.child(call, fields.arguments) { operands(of: arguments, [.expected]) }
    builder.close()
  }
}
