import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Whether assertions of test frameworks may be meant where their names are not imported one by one.
  private var isTestFile: Bool { outline.traits.contains(.test) || span.kind == .test }

  /// Whether an expression is an assertion: it gives nothing.
  func isAssertion(_ node: Int32) -> Bool {
    if kind(node) == .infix, let word = infixWord(node) { return KotlinAssertions.should(core.text(word)) != nil }
    guard let call = kt.call(node), let name = kt.calledName(call.callee) else { return false }
    guard mayAssert(name) else { return false }
    let text = core.text(name)
    return KotlinAssertions.plain[text] != nil || KotlinAssertions.should(text) != nil
      || isTestFile && KotlinAssertions.verifications.contains(text)
  }

  /// Whether it is worth looking a name up. Any call may stand behind `assertThat(…)`.
  private func mayAssert(_ name: Int32) -> Bool {
    isTestFile || KotlinLowering.starts.contains { kt.starts(name, with: $0) }
  }

  private static let starts: [StaticString] = ["assert", "should", "expect", "fail", "verify", "coVerify", "confirm"]

  /// Writes what a call asserts.
  ///
  /// - Returns: whether it asserts anything.
  mutating func assertion(_ node: Int32, _ call: KotlinSyntax.Call, _ role: Role, _ use: NodeFlags) -> Bool {
    guard let name = kt.calledName(call.callee), mayAssert(name) else { return false }
    let text = core.text(name)
    if kind(call.callee) == .navigation {
      if let base = kt.firstPart(call.callee) {
        if text.hasPrefix("should"), let form = KotlinAssertions.should(text) {
          openAssertion(form, node, role, use)
          expression(base, .actual)
          for argument in kt.given(call) { expected(argument) }
          core.builder.close()
          return true
        }
        if subjectAssertion(node, call, base, text, role, use) { return true }
        if mockitoAssertion(node, call, base, role, use) { return true }
      }
      guard isQualified(call.callee) else { return false }
    } else if outline.environment.names[text] == .function(isAsync: false)
      || outline.environment.names[text] == .function(isAsync: true)
    {
      return false
    }
    guard isKnown(call.callee) else { return false }
    if text == "assert", kind(call.callee) == .identifier { return plainAssert(node, call, role, use) }
    if let form = KotlinAssertions.plain[text] {
      plain(form, node, call, role, use)
      return true
    }
    if KotlinAssertions.subjects.contains(text) { return subject(node, call, role, use) }
    if KotlinAssertions.verifications.contains(text), call.lambda != nil {
      verification(node, call, role, use)
      return true
    }
    if KotlinAssertions.quietVerifications.contains(text) {
      openAssertion(KotlinAssertion(AssertionKind.called, .plain, negated: true), node, role, use)
      for (index, argument) in kt.given(call).enumerated() {
        if index == 0, let value = kt.value(ofArgument: argument) {
          expression(value, .actual)
        } else {
          expected(argument)
        }
      }
      core.builder.close()
      return true
    }
    return false
  }

  /// `Assertions.assertEquals`
  private func isQualified(_ callee: Int32) -> Bool {
    guard let base = kt.firstPart(callee), kind(base) == .identifier else { return false }
    return kt.isText(base, "Assertions") || kt.isText(base, "Assert") || kt.isText(base, "Truth")
  }

  private mutating func isKnown(_ callee: Int32) -> Bool {
    let place = place(callee)
    guard place.path != 0, place.path != place.name else { return isTestFile }
    return KotlinAssertions.isAssertionModule(core.builder.text(place.path))
      || core.builder.text(place.path).hasPrefix("io.mockk.") || core.builder.text(place.path).hasPrefix("org.mockito.")
  }

  private mutating func openAssertion(_ form: KotlinAssertion, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    var flags = use.subtracting(.returned)
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  private mutating func expected(_ argument: Int32) {
    if kt.label(ofArgument: argument) != nil {
      self.argument(argument)
    } else if let value = kt.value(ofArgument: argument) {
      expression(value, .expected)
    }
  }

  // MARK: - Plain functions

  private mutating func plain(
    _ form: KotlinAssertion,
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ role: Role,
    _ use: NodeFlags
  ) {
    openAssertion(form, node, role, use)
    let given = kt.given(call)
    let isSwapped = form.shape == .twoSwapped && !isTestNG(call.callee)
    switch form.shape {
    case .raising: raising(given, call, node)
    case .plain: for argument in given { self.argument(argument) }
    case .one where call.lambda != nil:
      // `assertTrue("text") { ready }`
      if let lambda = call.lambda { demanded(lambda) }
      for argument in given { self.argument(argument) }
    case .one, .two, .twoSwapped:
      let roles: [Role] =
        form.shape == .one ? [.actual] : isSwapped ? [.expected, .actual] : [.actual, .expected]
      var positional = given.prefix(roles.count).prefix { kt.label(ofArgument: $0) == nil || isOperandLabel($0) }
      // `assertEquals("text", expected, actual)` of JUnit 4.
      if given.count == 3, form.shape == .twoSwapped, isJUnit4(call.callee), let first = given.first,
        kt.value(ofArgument: first).map({ kind($0) == .string }) ?? false
      {
        positional = given[1...].prefix(2)
      }
      for wanted in [Role.actual, .expected] {
        for (argument, role) in zip(positional, roles) where role == wanted {
          if let value = kt.value(ofArgument: argument) { expression(value, role) }
        }
      }
      if form.kind == AssertionKind.type, let list = call.typeArguments { typeArgument(list, .expected) }
      for argument in given where !positional.contains(argument) { self.argument(argument) }
    }
    core.builder.close()
  }

  /// The value of a function that is asserted on.
  private mutating func demanded(_ lambda: Int32) {
    let statements = kt.first(.statements, in: lambda).map { kt.parts($0) } ?? []
    if statements.count == 1, let value = statements.first {
      expression(value, .actual)
    } else {
      closure(ofLambda: lambda, .actual)
    }
  }

  private func isOperandLabel(_ argument: Int32) -> Bool {
    kt.label(ofArgument: argument).map { kt.isText($0, "expected") || kt.isText($0, "actual") } ?? false
  }

  private mutating func isTestNG(_ callee: Int32) -> Bool { path(callee).hasPrefix("org.testng.") }
  private mutating func isJUnit4(_ callee: Int32) -> Bool { path(callee).hasPrefix("org.junit.Assert") }
  private mutating func path(_ callee: Int32) -> String { core.builder.text(place(callee).path) }

  private mutating func typeArgument(_ list: Int32, _ role: Role) {
    guard let projection = kt.firstPart(list), let type = kt.firstPart(projection) else { return }
    self.type(type, role)
  }

  /// `assertFailsWith<Error> { … }`, `assertThrows(Error::class.java) { … }`
  private mutating func raising(_ given: [Int32], _ call: KotlinSyntax.Call, _ node: Int32) {
    if let list = call.typeArguments { typeArgument(list, .expected) }
    var body = call.lambda
    for argument in given {
      guard let value = kt.value(ofArgument: argument) else { continue }
      if kind(value) == .lambda, body == nil {
        body = value
      } else if let type = classReference(value), call.typeArguments == nil {
        expression(type, .expected)
      } else {
        self.argument(argument)
      }
    }
    guard let body else { return }
    block(body, .body, .discarded, endOf: node)
  }

  /// The type in `Error::class`, `Error::class.java`.
  private func classReference(_ node: Int32) -> Int32? {
    var node = kt.unwrap(node)
    while kind(node) == .navigation, let suffix = kt.suffix(of: node), let base = kt.firstPart(node) {
      if kt.has(.colons, in: suffix), kt.firstPart(suffix) == nil { return base }
      node = base
    }
    guard kind(node) == .reference else { return nil }
    return kt.firstPart(node)
  }

  /// `assert(total > 2)`
  private mutating func plainAssert(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let given = kt.given(call)
    guard let condition = given.first.flatMap(kt.value).map(kt.unwrap) else { return false }
    demand(condition, node, role, use)
    for argument in given.dropFirst() { self.argument(argument) }
    core.builder.close()
    return true
  }

  /// Opens an assertion that a condition holds, with its operands.
  private mutating func demand(_ condition: Int32, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    let parts = kt.parts(condition)
    let found = kind(condition)
    if found == .prefix, kt.has(.not, in: condition) {
      openAssertion(KotlinAssertion(AssertionKind.falsy, .one), node, role, use)
      if let operand = kt.lastPart(condition) { expression(operand, .actual) }
    } else if found == .comparison || found == .equality, parts.count == 2,
      let mark = kt.children(condition).first(where: { !kt[$0].isNamed }).flatMap(kind),
      let form = KotlinLowering.demands[mark]
    {
      let isNull = form.kind == AssertionKind.equal && kind(kt.unwrap(parts[1])) == .null
      let absence = KotlinAssertion(form.isNegated ? AssertionKind.notNull : AssertionKind.null, .one)
      openAssertion(isNull ? absence : form, node, role, use)
      expression(parts[0], .actual)
      if !isNull { expression(parts[1], .expected) }
    } else if found == .check, parts.count == 2 {
      let isType = kt.has(.isWord, in: condition) || kt.has(.isNot, in: condition)
      let isNegated = kt.has(.notIn, in: condition) || kt.has(.isNot, in: condition)
      let form = KotlinAssertion(isType ? AssertionKind.type : AssertionKind.contains, .two, negated: isNegated)
      openAssertion(form, node, role, use)
      expression(parts[isType ? 0 : 1], .actual)
      if isType { type(parts[1], .expected) } else { expression(parts[0], .expected) }
    } else {
      openAssertion(KotlinAssertion(AssertionKind.truthy, .one), node, role, use)
      expression(condition, .actual)
    }
  }

  private static let demands: [KotlinKind: KotlinAssertion] = [
    .equal: KotlinAssertion(AssertionKind.equal, .two),
    .notEqual: KotlinAssertion(AssertionKind.equal, .two, negated: true),
    .same: KotlinAssertion(AssertionKind.same, .two),
    .notSame: KotlinAssertion(AssertionKind.same, .two, negated: true),
    .less: KotlinAssertion(AssertionKind.less, .two),
    .lessOrEqual: KotlinAssertion(AssertionKind.atMost, .two),
    .greater: KotlinAssertion(AssertionKind.greater, .two),
    .greaterOrEqual: KotlinAssertion(AssertionKind.atLeast, .two),
  ]

  // MARK: - Words between two values

  /// `total shouldBe 3`
  mutating func infixAssertion(_ node: Int32, _ word: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard kt.starts(word, with: "should"), let form = KotlinAssertions.should(core.text(word)) else { return false }
    let parts = kt.parts(node)
    guard parts.count == 3 else { return false }
    let isNull = form.kind == AssertionKind.equal && kind(kt.unwrap(parts[2])) == .null
    let written =
      isNull ? KotlinAssertion(form.isNegated ? AssertionKind.notNull : AssertionKind.null, .one) : form
    openAssertion(written, node, role, use)
    expression(parts[0], .actual)
    if !isNull { expression(parts[2], .expected) }
    core.builder.close()
    return true
  }
}
