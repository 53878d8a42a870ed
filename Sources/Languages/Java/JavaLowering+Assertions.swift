import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes a call as the assertion that it is; false, and nothing written, where it is none.
  mutating func assertion(_ node: Int32, _ name: Int32, _ object: Int32?, _ role: Role, _ use: NodeFlags) -> Bool {
    let word = core.text(name)
    if let form = JavaAssertions.functions[word], isOfFramework(word, object) {
      function(form, node, object, role, use)
      return true
    }
    if word == "assertThat" || word == "assertWithMessage", isOfFramework(word, object) {
      hamcrest(node, role, use)
      return true
    }
    if double(node, name, word, object, role, use) { return true }
    guard let object else { return false }
    if kind(object) != .invocation { return word == "expect" && expectation(node, object, role, use) }
    if JavaLowering.verdicts.contains(word) {
      openAssertion(JavaAssertion(kind: AssertionKind.other), node, role, use)
      expression(object, .actual)
      for part in givenArguments(node) { expression(part, .expected) }
      core.builder.close()
      return true
    }
    return chain(node, role, use)
  }

  /// Of Spring's web tests, and of Reactor's steps.
  private static let verdicts: Set<String> = [
    "andExpect", "andExpectAll", "verifyComplete", "verifyError", "verifyErrorMessage", "untilAsserted",
  ]

  /// Whether a call by one of the frameworks' names is the framework's: not one of this file.
  private func isOfFramework(_ word: String, _ object: Int32?) -> Bool {
    guard let object, kind(object) != .this else {
      return outline.environment.names[word + JavaNames.callMark] == nil
    }
    guard java.isDotted(object), let last = java.names(object).last else { return false }
    return JavaAssertions.holders.contains(java.text(last))
  }

  mutating func openAssertion(_ form: JavaAssertion, _ node: Int32, _ role: Role, _ flags: NodeFlags) {
    var flags = flags
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  // MARK: - Functions

  private mutating func function(
    _ form: JavaAssertion,
    _ node: Int32,
    _ object: Int32?,
    _ role: Role,
    _ use: NodeFlags
  ) {
    var given = givenArguments(node)
    switch form.shape {
    case .all:
      core.builder.open(.block, .statement, range(node))
      for part in given { performed(part) }
      core.builder.close()
      return
    case .one:
      openAssertion(form, node, role, use)
      // JUnit 4 has the message first.
      let isMessage = given.count > 1 && isText(given[0])
      let actual = given.isEmpty ? nil : given.remove(at: isMessage ? given.count - 1 : 0)
      if let actual { expression(actual, .actual) }
    case .two, .inOrder:
      openAssertion(form, node, role, use)
      let message = given.count > 2 && isText(given[0]) && !isText(given[given.count - 1]) ? given.removeFirst() : nil
      if given.count >= 2 {
        let pair = (given.removeFirst(), given.removeFirst())
        let actualFirst = form.shape == .inOrder || hasActualFirst(node, object)
        expression(actualFirst ? pair.0 : pair.1, .actual)
        expression(actualFirst ? pair.1 : pair.0, .expected)
      }
      if let message { given.append(message) }
    case .raising:
      openAssertion(form, node, role, use)
      let isTyped = given.first.map { kind(java.unwrap($0)) != .lambda } ?? false
      if isTyped { expression(given.removeFirst(), .expected) }
      if !given.isEmpty { performedBody(given.removeFirst()) }
    case .quiet:
      openAssertion(form, node, role, use)
      if !given.isEmpty { performedBody(given.removeFirst()) }
    case .timed:
      openAssertion(form, node, role, use)
      if !given.isEmpty { expression(given.removeFirst(), .expected) }
      if !given.isEmpty { performedBody(given.removeFirst()) }
    case .plain: openAssertion(form, node, role, use)
    }
    for part in given { argument(part) }
    core.builder.close()
  }

  /// Whether what is asserted on comes before what it must be: so TestNG has it.
  private mutating func hasActualFirst(_ node: Int32, _ object: Int32?) -> Bool {
    guard let name = child(node, fields.name) else { return false }
    let place = place(object: object, member: name)
    let path = core.builder.text(place.path)
    if !path.isEmpty { return path.hasPrefix("org.testng.") && !path.contains("AssertJUnit") }
    return outline.environment.names["org.testng.Assert.*"] != nil
  }

  private func isText(_ node: Int32) -> Bool {
    var node = java.unwrap(node)
    while kind(node) == .binary, let left = child(node, fields.left) { node = java.unwrap(left) }
    if kind(node) == .invocation, let object = child(node, fields.object) { return java.isText(object, "String") }
    return kind(node) == .string
  }

  /// What a framework calls, as the block that it is for the test.
  mutating func performedBody(_ node: Int32) {
    let function = java.unwrap(node)
    if kind(function) == .lambda {
      inlineBody(of: function, .body, isValue: false)
      return
    }
    core.builder.open(.block, .body, range(function))
    if kind(function) == .methodReference, let owner = java.firstPart(function), java.isDotted(owner) {
      let place = place(object: owner, member: java.parts(function).dropFirst().last)
      core.builder.leaf(
        .call,
        .statement,
        range(function),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: [.discarded]
      )
    } else {
      expression(function, .statement)
    }
    core.builder.close()
  }

  private mutating func performed(_ node: Int32) {
    let function = java.unwrap(node)
    guard kind(function) == .lambda, let body = child(function, fields.body), enter(body, .statement) else {
      expression(function, .statement)
      return
    }
    if kind(body) == .block { statements(of: body) } else { expression(body, .statement, [.discarded]) }
    nesting -= 1
  }

  // MARK: - Matchers

  /// `assertThat(actual, is(expected))`; without a matcher nothing is asserted yet.
  private mutating func hamcrest(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    var given = givenArguments(node)
    let reason =
      given.count > 2 || given.count == 2 && isText(given[0]) && kind(given[1]) != .invocation
      ? given.removeFirst() : nil
    guard given.count == 2 else {
      openAssertion(JavaAssertion(kind: AssertionKind.other), node, role, use.union(.incomplete))
      for part in given { expression(part, .actual) }
      core.builder.close()
      return
    }
    var (form, expected) = matcher(given[1])
    if form == nil {
      form = JavaAssertion(kind: AssertionKind.other)
      expected = [given[1]]
    }
    openAssertion(form ?? JavaAssertion(kind: AssertionKind.other), node, role, use)
    expression(given[0], .actual)
    for part in expected { expression(part, .expected) }
    if let reason { argument(reason) }
    core.builder.close()
  }

  private func matcher(_ node: Int32, depth: Int = 0) -> (form: JavaAssertion?, expected: [Int32]) {
    let node = java.unwrap(node)
    guard depth < 8, kind(node) == .invocation, let name = child(node, fields.name) else { return (nil, []) }
    let given = givenArguments(node)
    let word = core.text(name)
    if word == "not" || word == "is" || word == "equalTo", given.count == 1, kind(java.unwrap(given[0])) == .invocation
    {
      let inner = matcher(given[0], depth: depth + 1)
      if let form = inner.form { return (word == "not" ? form.negated : form, inner.expected) }
    }
    if word == "not" { return (JavaAssertion(kind: AssertionKind.equal, isNegated: true), given) }
    return (JavaAssertions.matchers[word], given)
  }

  /// `thrown.expect(Refused.class)` of JUnit 4.
  private mutating func expectation(_ node: Int32, _ object: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard java.isDotted(object), let name = child(node, fields.name) else { return false }
    let place = place(object: object, member: name)
    guard core.builder.text(place.path).hasSuffix("ExpectedException.expect") else { return false }
    openAssertion(JavaAssertion(kind: AssertionKind.raises), node, role, use)
    for part in givenArguments(node) { expression(part, .expected) }
    core.builder.close()
    return true
  }

  // MARK: - Chains

  /// `assertThat(actual).isNotNull().isEqualTo(expected)`: one assertion, of what demands most; the rest are arguments.
  private mutating func chain(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    var links: [(name: String, node: Int32)] = []
    var at = node
    var subject: Int32?
    for _ in 0..<40 {
      guard kind(at) == .invocation, let name = child(at, fields.name) else { return false }
      let word = core.text(name)
      let object = child(at, fields.object).map(java.unwrap)
      let starts = JavaAssertions.raising[word] != nil || JavaAssertions.subjects.contains(word) && at != node
      if starts, object == nil || isHolder(object) || word == "that" {
        subject = at
        break
      }
      links.append((word, at))
      guard let object else { return false }
      at = object
    }
    guard let subject, let start = child(subject, fields.name) else { return false }
    links.reverse()
    if let form = JavaAssertions.raising[core.text(start)] {
      raisingChain(form, subject, links, node, role, use)
      return true
    }
    let demands = links.compactMap { link in JavaAssertions.links[link.name].map { (form: $0, node: link.node) } }
    var best = demands.first
    for demand in demands where demand.form.weight > best?.form.weight ?? -1 { best = demand }
    let isPassive = links.allSatisfy { JavaAssertions.isPassive($0.name) }
    let form = best?.form ?? JavaAssertion(kind: AssertionKind.other)
    openAssertion(form, node, role, isPassive ? use.union(.incomplete) : use)
    for part in givenArguments(subject).prefix(1) { expression(part, .actual) }
    let expected = best.map { givenArguments($0.node) } ?? []
    for part in expected { expression(part, .expected) }
    for link in links where link.node != best?.node {
      for part in givenArguments(link.node) { argument(part) }
    }
    core.builder.close()
    return true
  }

  private func isHolder(_ object: Int32?) -> Bool {
    guard let object, java.isDotted(object), let last = java.names(object).last else { return false }
    let name = java.text(last)
    return JavaAssertions.holders.contains(name) || name == "softly" || name.lowercased().hasPrefix("soft")
  }

  /// `assertThatThrownBy(() -> charge()).isInstanceOf(Refused.class)`,
  /// `assertThatExceptionOfType(Refused.class).isThrownBy(() -> charge())`.
  private mutating func raisingChain(
    _ form: JavaAssertion,
    _ subject: Int32,
    _ links: [(name: String, node: Int32)],
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) {
    let isNegated = form.isNegated || links.contains { $0.name == "doesNotThrowAnyException" }
    openAssertion(JavaAssertion(kind: form.kind, isNegated: isNegated), node, role, use)
    let thrower = links.first { $0.name == "isThrownBy" }.flatMap { givenArguments($0.node).first }
    let given = givenArguments(subject)
    let typed = links.first { $0.name == "isInstanceOf" || $0.name == "isExactlyInstanceOf" }
    let expected = thrower == nil ? typed.flatMap { givenArguments($0.node).first } : given.first
    if let expected { expression(expected, .expected) }
    if let body = thrower ?? given.first { performedBody(body) }
    for link in links where link.node != typed?.node && link.name != "isThrownBy" {
      for part in givenArguments(link.node) { argument(part) }
    }
    core.builder.close()
  }

  // MARK: - assert

  mutating func assertStatement(_ node: Int32) {
    let parts = java.parts(node)
    guard let condition = parts.first.map(java.unwrap) else { return unknownConstruct(node, .statement) }
    let use: NodeFlags = [.discarded]
    if kind(condition) == .unary, let sign = child(condition, fields.operator), kind(sign) == .bang,
      let operand = child(condition, fields.operand)
    {
      openAssertion(JavaAssertion(kind: AssertionKind.falsy), node, .statement, use)
      expression(operand, .actual)
    } else if kind(condition) == .false {
      openAssertion(JavaAssertion(kind: AssertionKind.fail), node, .statement, use)
    } else {
      openAssertion(JavaAssertion(kind: AssertionKind.truthy), node, .statement, use)
      expression(condition, .actual)
    }
    for message in parts.dropFirst() { argument(message) }
    core.builder.close()
  }
}
