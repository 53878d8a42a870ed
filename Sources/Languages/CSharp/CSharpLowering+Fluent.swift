import Behaviour
import TreeSitter

/// `total.Should().NotBeNull().And.Be(3)`, taken apart.
struct ShouldChain {
  /// What hangs before `Should()`.
  var actual: Int32
  /// The calls behind it, first to last, with their names.
  var calls: [(name: Int32, call: Int32)] = []
}

extension CSharpLowering {
  /// A chain of words that hangs on `Should()`; nil for any other.
  func shouldChain(_ node: Int32) -> ShouldChain? {
    var calls: [(name: Int32, call: Int32)] = []
    var at = node
    for _ in 0..<40 {
      switch kind(at) {
      case .call:
        guard let callee = child(at, fields.function), let member = cs.member(callee) else { return nil }
        if cs.isText(member.name, "Should") {
          return ShouldChain(actual: member.object, calls: calls.reversed())
        }
        calls.append((member.name, at))
        at = cs.unwrap(member.object)
      case .member, .conditionalAccess:
        guard let member = cs.member(at) else { return nil }
        at = cs.unwrap(member.object)
      default: return nil
      }
    }
    return nil
  }

  mutating func expectation(_ node: Int32, _ chain: ShouldChain, _ role: Role, _ use: NodeFlags) -> Bool {
    if chain.calls.isEmpty {
      // `total.Should();` says of what, and demands nothing; elsewhere its value may be asked more.
      guard use.contains(.discarded), outline.traits.contains(.test) else { return false }
      write(CSharpAssertion(AssertionKind.other), node, chain.actual, nil, role, use.union(.incomplete))
      return true
    }
    var form = CSharpAssertion(AssertionKind.other)
    var chosen: (name: Int32, call: Int32)?
    for call in chain.calls {
      guard let found = CSharpAssertions.matcher(cs.text(call.name)) else { continue }
      // The failure that is demanded says more than what its message must be.
      if form.kind == AssertionKind.raises { break }
      form = found
      chosen = call
    }
    let givesTask = form.shape == .raising && chosen.map { cs.text($0.name).hasSuffix("Async") } == true
    write(form, node, chain.actual, chosen?.call, role, givesTask ? use.union(.async) : use) { lowering in
      for call in chain.calls where call.call != chosen?.call {
        for part in lowering.cs.arguments(of: call.call) { lowering.argument(part) }
      }
    }
    return true
  }

  /// Writes an assertion on a value of which a call says what it must be.
  private mutating func write(
    _ form: CSharpAssertion,
    _ node: Int32,
    _ actual: Int32,
    _ call: Int32?,
    _ role: Role,
    _ use: NodeFlags,
    rest: (inout Self) -> Void = { _ in }
  ) {
    openAssertion(form, node, role, use)
    let types = call.flatMap { child($0, fields.function) }.map { cs.typeArguments(of: $0) } ?? []
    let given = call.map { cs.arguments(of: $0) } ?? []
    switch form.shape {
    case .raising:
      for type in types { typeRead(type, .expected) }
      demanded(code(in: actual))
      for part in given { argument(part) }
    case .type:
      expression(actual, .actual)
      for type in types { typeRead(type, .expected) }
      operands(given, types.isEmpty ? [.expected] : [])
    case .actualFirst:
      expression(actual, .actual)
      operands(given, [.expected])
    default:
      expression(actual, .actual)
      for part in given { argument(part) }
    }
    rest(&self)
    core.builder.close()
  }

  /// `FluentActions.Invoking(() => …)`, `gateway.Invoking(g => …)`: the code in it.
  private func code(in node: Int32) -> Int32 {
    let plain = cs.unwrap(node)
    guard kind(plain) == .call, let callee = child(plain, fields.function) else { return node }
    let name = cs.member(callee)?.name ?? callee
    guard cs.isText(name, "Invoking") || cs.isText(name, "Awaiting"),
      let argument = cs.arguments(of: plain).first, let value = cs.value(ofArgument: argument)
    else { return node }
    return value
  }

  /// Shouldly: `total.ShouldBe(3)`, `Should.Throw<Error>(() => …)`.
  mutating func shouldly(
    _ node: Int32,
    _ callee: Int32,
    _ object: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let word = cs.text(name)
    guard word.count > 6, var form = CSharpAssertions.matcher(String(word.dropFirst(6))) else { return false }
    if form.shape == .one, !cs.arguments(of: node).isEmpty, form.kind == AssertionKind.other {
      form.shape = .actualFirst
    }
    write(form, node, object, node, role, use)
    return true
  }

  // MARK: - Doubles

  /// What a double must have been called with: `mock.Verify(m => m.Charge(3))`, `double.Received().Charge(3)`,
  /// `A.CallTo(() => double.Charge(3)).MustHaveHappened()`; false for any other call.
  mutating func doubleAssertion(
    _ node: Int32,
    _ callee: Int32,
    _ object: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    if starts(name, "Verify"), cs.isDotted(object) { return verification(node, object, name, role, use) }
    guard kind(object) == .call, let inner = child(object, fields.function), let asked = cs.member(inner) else {
      return false
    }
    if starts(name, "MustHaveHappened") || starts(name, "MustNotHaveHappened"), cs.isText(asked.name, "CallTo") {
      guard let argument = cs.arguments(of: object).first, let lambda = cs.value(ofArgument: argument),
        let call = calledIn(lambda)
      else { return false }
      openAssertion(CSharpAssertion(AssertionKind.called, negated: starts(name, "MustNot")), node, role, use)
      called(call, on: nil)
      core.builder.close()
      return true
    }
    guard let isNegated = isReceipt(asked.name) else { return false }
    openAssertion(CSharpAssertion(AssertionKind.called, negated: isNegated), node, role, use)
    if cs.isDotted(asked.object) {
      let place = place(asked.object)
      let text = core.builder.text(place.name) + "." + cs.text(name)
      core.builder.leaf(
        .read,
        .actual,
        range(object),
        name: core.builder.name(text),
        detail: place.kind.rawValue
      )
    } else {
      expression(asked.object, .actual)
    }
    expected(cs.arguments(of: node))
    for part in cs.arguments(of: object) { argument(part) }
    core.builder.close()
    return true
  }

  /// Whether a name asks what a double received, and then whether it must not have; nil for any other name.
  private func isReceipt(_ name: Int32) -> Bool? {
    if starts(name, "DidNotReceive") { return true }
    return cs.isText(name, "Received") || cs.isText(name, "ReceivedWithAnyArgs") ? false : nil
  }

  /// `await callback.Received()(order)`: a double that is a function.
  private func isDoubleCall(_ callee: Int32) -> (asked: Int32, isNegated: Bool)? {
    guard let inner = child(callee, fields.function), let asked = cs.member(inner),
      let isNegated = isReceipt(asked.name)
    else { return nil }
    return (asked.object, isNegated)
  }

  mutating func doubleCall(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard let (asked, isNegated) = isDoubleCall(callee) else { return false }
    openAssertion(CSharpAssertion(AssertionKind.called, negated: isNegated), node, role, use)
    expression(asked, .actual)
    expected(cs.arguments(of: node))
    core.builder.close()
    return true
  }

  /// `check(double.Received())`: what the function that it is given to calls must have been called.
  mutating func receiptGiven(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard role == .value, outline.traits.contains(.test), let asked = cs.member(callee),
      let isNegated = isReceipt(asked.name)
    else { return false }
    openAssertion(CSharpAssertion(AssertionKind.called, negated: isNegated), node, role, use)
    expression(asked.object, .actual)
    core.builder.close()
    return true
  }

  /// The call in `m => m.Charge(3)`.
  private func calledIn(_ lambda: Int32) -> Int32? {
    guard cs.isFunction(lambda), let body = cs.body(of: lambda) else { return nil }
    var plain = cs.unwrap(body)
    if kind(plain) == .await, let inner = cs.firstPart(plain) { plain = cs.unwrap(inner) }
    return kind(plain) == .call || kind(plain) == .member || kind(plain) == .assignment ? plain : nil
  }

  /// Moq.
  private mutating func verification(
    _ node: Int32,
    _ object: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let given = cs.arguments(of: node)
    let first = given.first.flatMap { cs.value(ofArgument: $0) }
    if let first, let call = calledIn(first) {
      let never = given.dropFirst().first { part in
        cs.value(ofArgument: part).map { cs.text($0).contains("Never") } ?? false
      }
      openAssertion(CSharpAssertion(AssertionKind.called, negated: never != nil), node, role, use)
      called(call, on: object)
      for part in given.dropFirst() where part != never { argument(part) }
      core.builder.close()
      return true
    }
    guard cs.isText(name, "VerifyAll") || cs.isText(name, "VerifyNoOtherCalls") else { return false }
    let kind = cs.isText(name, "VerifyAll") ? AssertionKind.called : AssertionKind.other
    openAssertion(CSharpAssertion(kind), node, role, use)
    expression(object, .actual)
    core.builder.close()
    return true
  }

  /// Writes the member of a double that must have been called, and with what.
  private mutating func called(_ call: Int32, on double: Int32?) {
    let callee = kind(call) == .call ? child(call, fields.function) ?? call : call
    if cs.isDotted(callee) {
      let names = cs.names(callee)
      let own = double == nil ? names : Array(names.dropFirst())
      let base = double.map { place($0) }
      let words = [base.map { core.builder.text($0.name) }].compactMap { $0 } + own.map { cs.text($0) }
      core.builder.leaf(
        .read,
        .actual,
        range(call),
        name: core.builder.name(words.joined(separator: ".")),
        detail: (base?.kind ?? .unknown).rawValue
      )
    } else if let double {
      expression(double, .actual)
    } else {
      expression(callee, .actual)
    }
    if kind(call) == .call { expected(cs.arguments(of: call)) }
  }

  private mutating func expected(_ given: [Int32]) {
    for part in given {
      if let value = cs.value(ofArgument: part) { expression(value, .expected) }
    }
  }
}
