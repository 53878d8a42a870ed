import Behaviour
import TreeSitter

extension GoLowering {
  /// The assertion that a call of a dotted name is; nil where it is none.
  mutating func demand(ofCall node: Int32, _ callee: Int32, _ place: Place) -> GoAssertion? {
    guard kind(callee) == .selector else { return nil }
    let name = go.text(go.last(callee))
    if let form = GoAssertion.doubles[name], !go.arguments(node).isEmpty { return form }
    let path = core.builder.text(place.path)
    if GoAssertion.failing.contains(name), isHandle(path) {
      return GoAssertion(AssertionKind.fail, .words, hasHandle: false)
    }
    // What runs a suite fails with any of its tests.
    if name == "Run", path.hasSuffix("testify/suite.Run") { return GoAssertion(AssertionKind.other, .one) }
    if let package = GoAssertion.packages.first(where: { path.hasPrefix($0) }) {
      guard var form = GoAssertion.form(named: name) else { return nil }
      if form.shape == .expectedFirst, GoAssertion.actualFirst.contains(package) { form.shape = .actualFirst }
      // A function of the package takes what to fail with, a method of an object has it.
      form.hasHandle = path.dropFirst(package.count).split(separator: ".").count <= 2 && !path.contains("()")
      return form
    }
    return isSuite(callee) ? suiteForm(name) : nil
  }

  private func isHandle(_ path: String) -> Bool {
    GoTests.handles.contains { path.hasPrefix($0) && path.dropFirst($0.count).first == "." }
  }

  /// `s.Equal(…)` of a suite of tests.
  private mutating func isSuite(_ callee: Int32) -> Bool {
    guard let owner, receiver != 0, kind(callee + 1) == .identifier, core.symbol(callee + 1) == receiver else {
      return false
    }
    return owner.bases.contains { $0.contains("testify/suite") || $0.hasSuffix("Suite") }
  }

  private func suiteForm(_ name: String) -> GoAssertion? {
    var form = GoAssertion.form(named: name)
    form?.hasHandle = false
    return form
  }

  /// The same for what hangs on another call: `s.Require().Equal(…)`, `Expect(x).To(…)`, `mock.EXPECT().Charge(…)`.
  mutating func demand(ofChain node: Int32, _ callee: Int32) -> GoAssertion? {
    guard kind(callee) == .selector, let object = child(callee, fields.operand).map(go.unwrap), kind(object) == .call,
      let inner = go.callee(object)
    else { return nil }
    let name = go.text(go.last(callee))
    let origin = go.text(go.last(inner))
    switch origin {
    case "Require", "Assert": return kind(inner) == .selector ? suiteForm(name) : nil
    case "Expect", "Eventually", "Consistently", "Ω":
      guard ["To", "NotTo", "ToNot", "Should", "ShouldNot"].contains(name) else { return nil }
      return GoAssertion(
        matcher(node),
        .matcher,
        negated: name.contains("Not"),
        hasHandle: false
      )
    case "EXPECT": return GoAssertion(AssertionKind.called, .expectation, hasHandle: false)
    default:
      // `mock.EXPECT().Charge(…).Return(…).Times(1)`.
      guard
        ["Return", "Times", "AnyTimes", "Do", "DoAndReturn", "MaxTimes", "MinTimes", "After", "Once"].contains(name)
      else { return nil }
      return demand(ofChain: object, inner).flatMap { $0.shape == .expectation ? $0 : nil }
    }
  }

  private func matcher(_ node: Int32) -> String {
    guard let first = go.arguments(node).first, kind(first) == .call, let callee = go.callee(first) else {
      return AssertionKind.other
    }
    return GoAssertion.matchers[go.text(go.last(callee))] ?? AssertionKind.other
  }

  /// Writes an assertion.
  mutating func write(_ form: GoAssertion, _ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) {
    core.builder.open(
      .assertion,
      role,
      range(node),
      name: core.builder.name(form.kind),
      flags: use.intersection([.discarded, .returned]).union(form.isNegated ? [.negated] : [])
        .union(endsTest(form, callee) ? [.propagated] : [])
    )
    var given = go.arguments(node)[...]
    switch form.shape {
    case .expectedFirst, .actualFirst:
      if form.hasHandle { given = given.dropFirst() }
      let isSwapped = form.shape == .expectedFirst
      if given.count > 1 {
        expression(given[given.startIndex + (isSwapped ? 1 : 0)], .actual)
        expression(given[given.startIndex + (isSwapped ? 0 : 1)], .expected)
        given = given.dropFirst(2)
      } else if let only = given.popFirst() {
        expression(only, .actual)
      }
      for part in given { argument(part) }
    case .one:
      if form.hasHandle { given = given.dropFirst() }
      if let only = given.popFirst() { expression(only, .actual) }
      for part in given { argument(part) }
    case .words:
      if form.hasHandle { given = given.dropFirst() }
      for part in given { argument(part) }
    case .raises:
      if form.hasHandle { given = given.dropFirst() }
      raises(given)
    case .called:
      if form.hasHandle { given = given.dropFirst() }
      called(given, callee)
    case .expectation:
      expectation(node, callee)
    case .matcher:
      if let object = child(callee, fields.operand).map(go.unwrap), let actual = go.arguments(object).first {
        expression(actual, .actual)
      }
      if let first = given.first, kind(first) == .call {
        for value in go.arguments(first) { expression(value, .expected) }
      }
    }
    core.builder.close()
  }

  /// Whether an assertion that fails also ends the function in which it stands.
  private mutating func endsTest(_ form: GoAssertion, _ callee: Int32) -> Bool {
    if form.kind == AssertionKind.fail, form.shape == .words {
      return go.isText(go.last(callee), "Fatal") || go.isText(go.last(callee), "Fatalf")
        || go.isText(go.last(callee), "FailNow")
    }
    guard go.isDotted(callee) else {
      guard let object = child(callee, fields.operand).map(go.unwrap), kind(object) == .call,
        let inner = go.callee(object), kind(inner) == .selector
      else { return false }
      return go.isText(go.last(inner), "Require")
    }
    let path = core.builder.text(place(callee).path)
    return path.hasPrefix("github.com/stretchr/testify/require.")
      || path.hasPrefix("gotest.tools/v3/assert.") && !path.hasSuffix(".Check")
  }

  private mutating func raises(_ given: ArraySlice<Int32>) {
    guard let at = given.firstIndex(where: { kind(go.unwrap($0)) == .closure }) else {
      for part in given.prefix(1) { expression(part, .actual) }
      return
    }
    for part in given[..<at] { expression(part, .expected) }
    let closure = go.unwrap(given[at])
    let outside = function
    function = Function()
    if let body = child(closure, fields.body) { block(body, .body) }
    function = outside
  }

  /// `double.AssertCalled(t, "Charge", order, 3)` speaks of `double.Charge`.
  private mutating func called(_ given: ArraySlice<Int32>, _ callee: Int32) {
    var given = given
    if let object = child(callee, fields.operand), go.isDotted(object), let name = given.first,
      kind(name) == .string || kind(name) == .rawString
    {
      given.removeFirst()
      let base = place(object).name
      let text = core.builder.text(base) + "." + core.source.text(go.inner(name))
      core.builder.leaf(.read, .actual, range(callee), name: core.builder.name(text))
    } else if let object = child(callee, fields.operand) {
      expression(object, .actual)
    }
    for part in given { expression(part, .expected) }
  }

  /// `double.EXPECT().Charge(order)`, with what is said about it behind.
  private mutating func expectation(_ node: Int32, _ callee: Int32) {
    var call = node
    var method = callee
    while let object = child(method, fields.operand).map(go.unwrap), kind(object) == .call,
      let inner = go.callee(object), kind(inner) == .selector
    {
      if go.isText(go.last(inner), "EXPECT") {
        if let double = child(inner, fields.operand), go.isDotted(double), let name = child(method, fields.field) {
          let base = place(double).name
          let text = core.builder.text(base) + "." + core.text(name)
          core.builder.leaf(.read, .actual, range(method), name: core.builder.name(text))
        }
        break
      }
      (call, method) = (object, inner)
    }
    for part in go.arguments(call) { expression(part, .expected) }
  }

  // MARK: - Conditions that fail a test

  /// `if got != want { t.Errorf(…) }` demands that they are equal.
  ///
  /// - Returns: nil where it is something else; else whether it leaves.
  mutating func writeAsDemand(if node: Int32) -> Bool? {
    guard child(node, fields.alternative) == nil, !go[node].hasError, let body = child(node, fields.consequence),
      let messages = failure(body), let condition = child(node, fields.condition)
    else { return nil }
    var operands: [Int32] = []
    flatten(condition, "||", into: &operands)
    for operand in operands { demand(notHolding: go.unwrap(operand), operands.count == 1 ? node : operand, messages) }
    return false
  }

  /// A look at a failure that does nothing but fail the test: the failure must not be there.
  mutating func writeAsDemand(_ check: GoFailureCheck) -> Bool? {
    guard check.handlers.count == 1, let handler = check.handlers.first, handler.takesAll, check.alsoFails == nil,
      handler.pieces.count == 1, let piece = handler.pieces.first, piece.conditions.isEmpty, check.success == nil,
      check.returned == nil, let messages = failure(piece.body)
    else { return nil }
    assignment(check.call, .statement, leavingOut: check.error)
    run(check.between.lowerBound, check.between.upperBound)
    openDemand(AssertionKind.null, handler.node)
    expression(check.error, .actual)
    closeDemand(messages)
    return false
  }

  /// The call that fails the test, where a block does nothing else.
  private mutating func failure(_ block: Int32) -> Int32? {
    guard kind(block) == .block, let list = go.firstPart(block), kind(list) == .statementList else { return nil }
    var found: Int32?
    for statement in go.children(list) where go.isPart(statement) {
      if kind(statement) == .return, go.firstPart(statement) == nil, found != nil { continue }
      guard kind(statement) == .expressionStatement, let call = go.firstPart(statement), kind(call) == .call,
        let callee = go.callee(call), kind(callee) == .selector, go.isDotted(callee)
      else { return nil }
      let name = go.text(go.last(callee))
      let path = place(callee).path
      guard isHandle(core.builder.text(path)) else { return nil }
      if GoAssertion.failing.contains(name) {
        found = call
      } else if !["Log", "Logf", "Helper"].contains(name) {
        return nil
      }
    }
    return found
  }

  private mutating func openDemand(_ kind: String, _ node: Int32, negated: Bool = false) {
    core.builder.open(
      .assertion,
      .statement,
      range(node),
      name: core.builder.name(kind),
      flags: negated ? [.discarded, .negated] : [.discarded]
    )
  }

  private mutating func closeDemand(_ messages: Int32) {
    arguments(of: messages)
    core.builder.close()
  }

  private mutating func demand(notHolding condition: Int32, _ node: Int32, _ messages: Int32) {
    switch kind(condition) {
    case .unary:
      guard let mark = child(condition, fields.operator), go.isText(mark, "!"),
        let operand = child(condition, fields.operand).map(go.unwrap)
      else { break }
      if kind(operand) == .call, let callee = go.callee(operand), go.arguments(operand).count == 2,
        ["DeepEqual", "Equal", "EqualFold"].contains(go.text(go.last(callee)))
      {
        let given = go.arguments(operand)
        openDemand(AssertionKind.equal, node)
        expression(given[0], .actual)
        expression(given[1], .expected)
      } else {
        openDemand(AssertionKind.truthy, node)
        expression(operand, .actual)
      }
      closeDemand(messages)
      return
    case .binary:
      guard let mark = child(condition, fields.operator), let left = child(condition, fields.left),
        let right = child(condition, fields.right),
        let name = GoLowering.comparison(core.source.slice(range(mark)))
      else { break }
      comparison(name, left, right, node)
      closeDemand(messages)
      return
    default: break
    }
    openDemand(AssertionKind.falsy, node)
    expression(condition, .actual)
    closeDemand(messages)
  }

  /// What is demanded by failing on a comparison is the opposite.
  private mutating func comparison(_ name: String, _ left: Int32, _ right: Int32, _ node: Int32) {
    let isNil = kind(go.unwrap(right)) == GoKind.nil
    switch name {
    // That there is a failure is what a test may ask for.
    case Operator.equal where isNil:
      openDemand(isError(left, isOneOfSeveral: false) ? AssertionKind.other : AssertionKind.notNull, node)
    case Operator.notEqual where isNil: openDemand(AssertionKind.null, node)
    case Operator.equal: openDemand(AssertionKind.equal, node, negated: true)
    case Operator.notEqual:
      openDemand(AssertionKind.equal, node)
      if let given = compared(left, with: right) {
        expression(given.1, .actual)
        expression(given.0, .expected)
        return
      }
    case Operator.less: openDemand(AssertionKind.atLeast, node)
    case Operator.lessOrEqual: openDemand(AssertionKind.greater, node)
    case Operator.greater: openDemand(AssertionKind.atMost, node)
    default: openDemand(AssertionKind.less, node)
    }
    expression(left, .actual)
    if !isNil { expression(right, .expected) }
  }

  /// `cmp.Diff(want, got) != ""`.
  private func compared(_ left: Int32, with right: Int32) -> (Int32, Int32)? {
    let left = go.unwrap(left)
    guard kind(left) == .call, range(right).count == 2, let callee = go.callee(left),
      go.text(go.last(callee)).hasSuffix("Diff")
    else { return nil }
    let given = go.arguments(left)
    return given.count >= 2 ? (given[0], given[1]) : nil
  }
}
