import Behaviour
import TreeSitter

/// `expect(actual, message).to.not.be.a(expected)`, taken apart.
struct ExpectChain {
  /// The call of `expect`.
  var base: Int32
  /// The words between it and the last, first to last.
  var words: [String] = []
  /// The calls among the words before the last.
  var calls: [Int32] = []
}

extension JavaScriptLowering {
  /// A call that asserts, in any test framework; false where a call does not, and then nothing is written.
  mutating func assertion(_ node: Int32, _ callee: Callee, _ role: Role, _ flags: NodeFlags) -> Bool {
    if callee.root == nil {
      guard kind(callee.node) == .member else { return false }
      if let chain = chain(below: callee.node) {
        return expectation(node, chain, call: node, role, flags)
      }
      return isTest && receiverAssertion(node, callee, role, flags)
    }
    if js.isText(callee.node, "expect") {
      guard flags.contains(.discarded), isExpect(callee.node) else { return false }
      openAssertion(node, AssertionKind.other, role, flags.union(.incomplete))
      if let arguments = js.child(node, fields.arguments) { operands(of: arguments, [.actual]) }
      builder.close()
      return true
    }
    return assertCall(node, callee, role, flags)
  }

  mutating func openAssertion(_ node: Int32, _ kind: String, _ role: Role, _ flags: NodeFlags) {
    builder.open(.assertion, role, range(node), name: builder.name(kind), flags: flags)
  }

  /// A chain of words that hangs on `expect(…)`; nil for any other.
  private mutating func chain(below node: Int32) -> ExpectChain? {
    var chain = ExpectChain(base: 0)
    var at = node
    for _ in 0..<40 {
      switch kind(at) {
      case .member:
        guard let object = js.child(at, fields.object), let property = js.child(at, fields.property) else { return nil }
        chain.words.append(js.text(property))
        at = js.unwrap(object)
      case .call:
        guard let function = js.child(at, fields.function) else { return nil }
        let callee = js.unwrap(function)
        if isExpect(callee) {
          chain.base = at
          chain.words.reverse()
          chain.calls.reverse()
          return chain
        }
        guard kind(callee) == .member, js.root(ofPath: callee) == nil else { return nil }
        chain.calls.append(at)
        at = callee
      default: return nil
      }
    }
    return nil
  }

  /// `expect`, `expect.soft`, `chai.expect`, `should`.
  private mutating func isExpect(_ callee: Int32) -> Bool {
    guard let root = js.root(ofPath: callee), kind(root) == .identifier else { return false }
    if root == callee {
      guard
        js.isText(callee, "expect") || js.isText(callee, "expectAsync") || js.isText(callee, "expectTypeOf")
          || isTest && js.isText(callee, "should")
      else { return false }
    } else {
      guard
        js.isText(callee, "expect.soft") || js.isText(callee, "expect.poll") || js.isText(callee, "expect.element")
          || js.isText(callee, "chai.expect")
      else { return false }
    }
    let name = name(root)
    guard scope.binding(name) == nil else { return isTest && scope.binding(name)?.kind != .local }
    let file = scope.fileName(name, &builder)
    guard !file.isFunction else { return false }
    return isTest || !file.isDeclared || JavaScriptFrameworks.isTesting(builder.text(file.known.path))
  }

  /// `expect(x).to.be.true;` asserts without a call, and `expect(x).toBe;` does not assert at all.
  mutating func chaiProperty(_ node: Int32) -> Bool {
    var node = node
    while kind(node) == .await, let inner = js.firstNamed(node) { node = inner }
    guard kind(node) == .member else { return false }
    if let chain = chain(below: node) { return expectation(node, chain, call: nil, .statement, .discarded) }
    guard isTest, let (actual, words) = shouldChain(node) else { return false }
    writeShould(node, actual, words, call: nil, .statement, .discarded)
    return true
  }

  private mutating func expectation(
    _ node: Int32,
    _ chain: ExpectChain,
    call: Int32?,
    _ role: Role,
    _ flags: NodeFlags
  ) -> Bool {
    guard let word = chain.words.last else { return false }
    var matcher = JavaScriptMatcher.named(word) ?? JavaScriptMatcher(kind: AssertionKind.other)
    var flags = flags
    if call == nil, word.hasPrefix("to") || JavaScriptFrameworks.connectives.contains(word) {
      flags.insert(.incomplete)
      if !word.hasPrefix("to") { matcher = JavaScriptMatcher(kind: AssertionKind.other) }
    }
    var isRaised = matcher.kind == AssertionKind.raises
    var isNegated = false
    for other in chain.words.dropLast() {
      if other == "not" { isNegated.toggle() }
      if other == "rejects" { isRaised = true }
    }
    let expected = call.flatMap { js.child($0, fields.arguments) }
    if isRaised, matcher.kind != AssertionKind.raises { matcher = JavaScriptMatcher(kind: AssertionKind.raises) }
    if matcher.kind == AssertionKind.equal, let only = expected.flatMap({ onlyArgument($0) }), isAbsence(only) {
      matcher = JavaScriptMatcher(kind: AssertionKind.null)
    }
    if isNegated { matcher = matcher.negated() }
    if matcher.isNegated { flags.insert(.negated) }
    if chain.words.contains(where: { JavaScriptFrameworks.promising.contains($0) }) { flags.insert(.async) }
    if word.hasPrefix("to"), call != nil, isPageExpect(chain.base), JavaScriptFrameworks.waitsForPage(word) {
      flags.insert(.async)
    }
    openAssertion(node, matcher.kind, role, flags)
    let saysWhat = matcher.kind != AssertionKind.null && matcher.kind != AssertionKind.notNull
    if isRaised, let expected { operands(of: expected, [.expected]) }
    if let arguments = js.child(chain.base, fields.arguments) {
      let isPromise = chain.words.contains("rejects") || chain.words.contains("eventually")
      if isRaised, let code = js.firstNamed(arguments) {
        demandedFailure(code, isPromise: isPromise)
      } else {
        operands(of: arguments, [.actual])
      }
    }
    for call in chain.calls where call != node {
      if let arguments = js.child(call, fields.arguments) { operands(of: arguments, []) }
    }
    if !isRaised, saysWhat, let expected {
      operands(of: expected, matcher.kind == AssertionKind.called ? manyExpected : [.expected])
    }
    builder.close()
    return true
  }

  /// `expect` of a framework that drives a browser.
  private mutating func isPageExpect(_ base: Int32) -> Bool {
    guard let function = js.child(base, fields.function), let root = js.root(ofPath: js.unwrap(function)) else {
      return false
    }
    return builder.text(scope.fileName(name(root), &builder).known.path).hasPrefix("@playwright/")
  }

  /// As many as a call in a test may have arguments.
  var manyExpected: [Role] { Array(repeating: .expected, count: 40) }

  private func onlyArgument(_ arguments: Int32) -> Int32? {
    guard let first = js.firstNamed(arguments), first == js.lastNamed(arguments) else { return nil }
    return first
  }

  private func isAbsence(_ node: Int32) -> Bool { kind(node) == .null || kind(node) == .undefined }

  /// Writes the arguments of an assertion: the first ones in these roles, the rest as arguments.
  mutating func operands(of arguments: Int32, _ roles: [Role]) {
    var index = 0
    for argument in js.children(arguments) where js.syntax[argument].isNamed && kind(argument) != .comment {
      let role = index < roles.count ? roles[index] : .argument
      index += 1
      if js.syntax[argument].isError { continue }
      if role == .argument {
        self.argument(argument)
      } else {
        expression(argument, role)
      }
    }
  }

  /// The code that has to fail: the body of a function, a call of one that is given by name, or an expression.
  mutating func demandedFailure(_ node: Int32, isPromise: Bool) {
    let plain = js.unwrap(node)
    if js.isFunction(plain), let body = js.child(plain, fields.body) {
      scope.enterBlock()
      if kind(body) == .statementBlock {
        block(body, .body)
      } else {
        builder.open(.block, .body, range(body))
        expression(body, .statement, .discarded)
        builder.close()
      }
      scope.leaveBlock()
      return
    }
    builder.open(.block, .body, range(node))
    if !isPromise, js.root(ofPath: plain) != nil {
      openCall(callee(plain), .statement, range(plain), flags: .discarded)
      builder.close()
    } else {
      expression(node, .statement)
    }
    builder.close()
  }
}
