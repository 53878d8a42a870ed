import Behaviour
import TreeSitter

/// What a test demands of its doubles: Mockito, its BDD words, EasyMock.
extension JavaLowering {
  /// `verify(gateway, never()).charge(order)`, `then(gateway).should().charge(order)`,
  /// `verifyNoInteractions(gateway)`.
  mutating func double(
    _ node: Int32,
    _ name: Int32,
    _ word: String,
    _ object: Int32?,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    if JavaLowering.silences.contains(word) {
      openAssertion(JavaAssertion(kind: AssertionKind.called, isNegated: true), node, role, use)
      for part in givenArguments(node) { expression(part, .actual) }
      core.builder.close()
      return true
    }
    guard let object, kind(object) == .invocation, let verb = child(object, fields.name) else {
      return word == "verify" && bareVerify(node, object, role, use)
    }
    if java.isText(verb, "verify"), let mock = givenArguments(object).first, isVerifier(object) {
      called(mock, givenArguments(object).dropFirst().first, node, name, role, use)
      return true
    }
    guard java.isText(verb, "should") || java.isText(verb, "shouldHaveNoInteractions"),
      let then = child(object, fields.object).map(java.unwrap), kind(then) == .invocation,
      let first = child(then, fields.name), java.isText(first, "then"), let mock = givenArguments(then).first
    else { return false }
    called(mock, givenArguments(object).first, node, name, role, use)
    return true
  }

  private static let silences: Set<String> = [
    "verifyNoInteractions", "verifyNoMoreInteractions", "verifyZeroInteractions", "shouldHaveNoInteractions",
    "shouldHaveNoMoreInteractions",
  ]

  /// `verify(…)`, `Mockito.verify(…)`, `inOrder.verify(…)`: not a method of this file.
  private func isVerifier(_ call: Int32) -> Bool {
    guard let object = child(call, fields.object) else {
      return outline.environment.names["verify" + JavaNames.callMark] == nil
    }
    return java.isDotted(object)
  }

  /// Nothing is verified where no method follows; but EasyMock verifies all that it recorded.
  private mutating func bareVerify(_ node: Int32, _ object: Int32?, _ role: Role, _ use: NodeFlags) -> Bool {
    guard role == .statement, object == nil || object.map({ java.isText($0, "EasyMock") }) == true, isVerifier(node)
    else { return false }
    let place = place(object: object, member: child(node, fields.name))
    let path = core.builder.text(place.path)
    let isMockito = path.hasPrefix("org.mockito.")
    guard isMockito || path.hasPrefix("org.easymock.") else { return false }
    openAssertion(JavaAssertion(kind: AssertionKind.called), node, role, isMockito ? use.union(.incomplete) : use)
    for part in givenArguments(node) { expression(part, .actual) }
    core.builder.close()
    return true
  }

  private mutating func called(
    _ mock: Int32,
    _ mode: Int32?,
    _ node: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) {
    let isNever = mode.map(isNever) ?? false
    openAssertion(JavaAssertion(kind: AssertionKind.called, isNegated: isNever), node, role, use)
    let plain = java.unwrap(mock)
    if java.isDotted(plain) {
      read(place(object: plain, member: name), mock, .actual)
    } else {
      expression(plain, .actual)
    }
    for part in givenArguments(node) { expression(part, .expected) }
    if let mode, !isNever { argument(mode) }
    core.builder.close()
  }

  /// `never()`, `times(0)`
  private func isNever(_ mode: Int32) -> Bool {
    let mode = java.unwrap(mode)
    guard kind(mode) == .invocation, let name = child(mode, fields.name) else { return false }
    if java.isText(name, "never") { return true }
    return java.isText(name, "times") && givenArguments(mode).first.map { java.isText($0, "0") } == true
  }
}
