import Behaviour
import TreeSitter

extension RubyLowering {
  /// A call that asserts, in any test framework; false where a call does not, and then nothing is written.
  mutating func assertion(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard isTest, kind(node) == .call, let name = rb.methodName(node) else { return false }
    guard let receiver = child(node, fields.receiver).map(rb.unwrap) else {
      return bareAssertion(node, name, role, use)
    }
    let isTo = rb.isText(name, "to") || rb.isText(name, "should")
    if isTo || rb.isText(name, "not_to") || rb.isText(name, "to_not") || rb.isText(name, "should_not") {
      return expectation(node, receiver, isNegated: !isTo, role, use)
    }
    if let form = RubyAssertions.expectation(core.text(name)) {
      return specification(node, receiver, form, role, use)
    }
    guard rb.isText(name, "expects"), let symbol = rb.givenArguments(node).first, kind(symbol) == .simpleSymbol else {
      return chainedDouble(node, receiver, role, use)
    }
    openAssertion(AssertionKind.called, false, node, role, use)
    double(receiver, symbol)
    core.builder.close()
    return true
  }

  private mutating func openAssertion(
    _ kind: String,
    _ isNegated: Bool,
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) {
    let flags = isNegated ? use.union(.negated) : use
    core.builder.open(.assertion, role, range(node), name: core.builder.name(kind), flags: flags)
  }

  // MARK: - Minitest

  private mutating func bareAssertion(_ node: Int32, _ name: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    let word = core.text(name)
    if word == "expect" {
      guard use.contains(.discarded) else { return false }
      openAssertion(AssertionKind.other, false, node, role, use.union(.incomplete))
      for part in rb.givenArguments(node).prefix(1) { expression(part, .actual) }
      demandedBlock(node)
      core.builder.close()
      return true
    }
    guard let form = RubyAssertions.form(of: word) else { return false }
    if case .function = outline.environment.names["#" + word] { return false }
    let given = rb.givenArguments(node)
    if word == "assert_operator" || word == "refute_operator", given.count > 2 {
      return comparison(node, given, isNegated: form.isNegated, role, use)
    }
    openAssertion(form.kind, form.isNegated, node, role, use)
    switch form.shape {
    case .raising:
      for part in given.prefix(1) where form.kind == AssertionKind.raises { expression(part, .expected) }
      for part in given.dropFirst(form.kind == AssertionKind.raises ? 1 : 0) { argument(part) }
    case .plain: for part in given { argument(part) }
    case .one: operands(given, [.actual])
    case .two: operands(given, [.actual, .expected])
    case .twoSwapped: operands(given, [.expected, .actual])
    }
    demandedBlock(node)
    core.builder.close()
    return true
  }

  /// `assert_operator total, :>, 3`.
  private mutating func comparison(
    _ node: Int32,
    _ given: [Int32],
    isNegated: Bool,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let mark = rb.constantText(given[1]) ?? ""
    openAssertion(RubyLowering.comparisons[mark] ?? AssertionKind.other, isNegated, node, role, use)
    expression(given[0], .actual)
    expression(given[2], .expected)
    for part in given.dropFirst(3) { argument(part) }
    core.builder.close()
    return true
  }

  private static let comparisons: [String: String] = [
    "<": AssertionKind.less, "<=": AssertionKind.atMost, ">": AssertionKind.greater, ">=": AssertionKind.atLeast,
    "==": AssertionKind.equal,
  ]

  /// Writes arguments in roles, `actual` before `expected`, and those left over as arguments.
  private mutating func operands(_ given: [Int32], _ roles: [Role]) {
    for role in [Role.actual, .expected] {
      for (part, wanted) in zip(given, roles) where wanted == role { expression(part, role) }
    }
    for part in given.dropFirst(roles.count) { argument(part) }
  }

  /// The code that an assertion watches.
  private mutating func demandedBlock(_ call: Int32) {
    guard let block = child(call, fields.block) else { return }
    if let body = rb.body(ofBlock: block) {
      core.builder.open(.block, .body, range(body))
      self.body(body, .discarded)
      core.builder.close()
    } else {
      emptyBlock(.body, endOf: block)
    }
  }

  /// `_(total).must_equal 3`.
  private mutating func specification(
    _ node: Int32,
    _ receiver: Int32,
    _ form: RubyAssertion,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    openAssertion(form.kind, form.isNegated, node, role, use)
    let given = rb.givenArguments(node)
    let isWrapped = kind(receiver) == .call && rb.isBare(receiver)
    let inner = isWrapped ? rb.givenArguments(receiver).first : nil
    if form.kind == AssertionKind.raises { for part in given.prefix(1) { expression(part, .expected) } }
    if let inner {
      expression(inner, .actual)
    } else if isWrapped, child(receiver, fields.block) != nil {
      demandedBlock(receiver)
    } else {
      expression(receiver, .actual)
    }
    if form.kind != AssertionKind.raises { for part in given.prefix(1) { expression(part, .expected) } }
    for part in given.dropFirst() { argument(part) }
    core.builder.close()
    return true
  }

  // MARK: - RSpec

  /// A matcher with what hangs on it: `have_received(:charge).with(3).once`.
  private struct Matcher {
    var word: Int32
    var call: Int32
    /// Calls further on, first to last.
    var links: [Int32] = []
    /// The mark of `be > 3`, and what stands behind it.
    var comparison: (mark: Int32, right: Int32)?
  }

  private func matcher(_ node: Int32) -> Matcher? {
    var links: [Int32] = []
    var at = rb.unwrap(node)
    for _ in 0..<40 {
      switch kind(at) {
      case .identifier:
        return Matcher(word: at, call: at, links: links.reversed())
      case .binary:
        guard let left = child(at, fields.left), let mark = child(at, fields.operator),
          let right = child(at, fields.right), var found = matcher(left)
        else { return nil }
        found.comparison = (mark, right)
        return found
      case .call:
        guard let receiver = child(at, fields.receiver) else {
          guard let name = rb.methodName(at) else { return nil }
          return Matcher(word: name, call: at, links: links.reversed())
        }
        links.append(at)
        at = rb.unwrap(receiver)
      default: return nil
      }
    }
    return nil
  }

  private mutating func expectation(
    _ node: Int32,
    _ receiver: Int32,
    isNegated: Bool,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let isShould = child(node, fields.method).map { rb.source.slice(range($0)).starts(with: "should".utf8) } ?? false
    // `is_expected`, and helpers that say what is looked at: `expect_each.to yield_with_args(1)`.
    let first = kind(receiver) == .identifier ? receiver : rb.isBare(receiver) ? rb.methodName(receiver) : nil
    var isImplied =
      rb.isText(receiver, "is_expected") || rb.isText(receiver, "are_expected")
      || first.map { rb.source.slice(range($0)).starts(with: "expect_".utf8) } ?? false
    var base: Int32?
    if kind(receiver) == .call, rb.isBare(receiver), let word = rb.methodName(receiver) {
      if rb.isText(word, "expect") || rb.isText(word, "expect_any_instance_of") { base = receiver }
      if rb.isText(word, "is_expected") { isImplied = true }
    }
    guard base != nil || isImplied || isShould else { return false }
    guard let given = rb.givenArguments(node).first, let found = matcher(given) else {
      openAssertion(AssertionKind.other, isNegated, node, role, use)
      expression(base.flatMap { rb.givenArguments($0).first } ?? receiver, .actual)
      for part in rb.givenArguments(node) { argument(part) }
      if let base { demandedBlock(base) }
      core.builder.close()
      return true
    }
    var asserted = demand(of: found)
    var isOpposite = isNegated
    if asserted.kind == AssertionKind.null, isNegated { (asserted.kind, isOpposite) = (AssertionKind.notNull, false) }
    openAssertion(asserted.kind, isOpposite, node, role, use)
    let expected = rb.givenArguments(found.call)
    if asserted.kind == AssertionKind.raises { for part in expected.prefix(1) { expression(part, .expected) } }
    if asserted.kind == AssertionKind.called {
      called(found, on: base.flatMap { rb.givenArguments($0).first } ?? receiver, isImplied: isImplied)
    } else {
      if let base, let value = rb.givenArguments(base).first {
        expression(value, .actual)
      } else if base == nil {
        expression(receiver, .actual)
      }
      if asserted.saysWhat, asserted.kind != AssertionKind.raises {
        if let right = found.comparison?.right { expression(right, .expected) }
        // `be_within(0.1).of(3)`
        let limit = found.links.first { child($0, fields.method).map { rb.isText($0, "of") } ?? false }
        for part in limit.map(rb.givenArguments) ?? expected { expression(part, .expected) }
        if limit != nil { for part in expected { argument(part) } }
      }
      for link in found.links where asserted.kind == AssertionKind.other {
        for part in rb.givenArguments(link) { argument(part) }
      }
    }
    for part in expected.dropFirst() where asserted.kind == AssertionKind.raises { argument(part) }
    for part in rb.givenArguments(node).dropFirst() { argument(part) }
    if let base { demandedBlock(base) }
    core.builder.close()
    return true
  }

  /// `fail "never called"` in a test; false, and nothing written, for any other.
  mutating func failsTest(_ node: Int32) -> Bool {
    guard span.kind == .test, let name = rb.methodName(node), rb.isText(name, "fail"),
      let text = rb.givenArguments(node).first, rb.constantText(text) != nil
    else { return false }
    openAssertion(AssertionKind.fail, false, node, .statement, [.discarded])
    for part in rb.givenArguments(node) { argument(part) }
    core.builder.close()
    return true
  }

  /// `total.should == 3`, `it { should == 3 }`.
  mutating func operatorExpectation(_ node: Int32) -> Bool {
    guard isTest, let left = child(node, fields.left), let mark = child(node, fields.operator),
      let right = child(node, fields.right), let kind = RubyLowering.comparisons[core.text(mark)]
    else { return false }
    let word = self.kind(left) == .identifier ? left : rb.methodName(left) ?? left
    let isNegated = rb.isText(word, "should_not")
    guard isNegated || rb.isText(word, "should"), !rb.hasArguments(left) else { return false }
    openAssertion(kind, isNegated, node, .statement, [.discarded])
    expression(child(left, fields.receiver) ?? left, .actual)
    expression(right, .expected)
    core.builder.close()
    return true
  }

  private func demand(of matcher: Matcher) -> (kind: String, saysWhat: Bool) {
    if let mark = matcher.comparison?.mark {
      return (RubyLowering.comparisons[core.text(mark)] ?? AssertionKind.other, true)
    }
    let word = core.text(matcher.word)
    let kind = RubyAssertions.matcher(word)
    if word == "be" || word == "eq" || word == "eql" || word == "equal",
      let only = rb.givenArguments(matcher.call).first
    {
      switch self.kind(rb.unwrap(only)) {
      case .null: return (AssertionKind.null, false)
      case .true where word != "equal": return (AssertionKind.truthy, false)
      case .false where word != "equal": return (AssertionKind.falsy, false)
      default: return (kind, true)
      }
    }
    return (kind, true)
  }

  /// What must have been called: the double and its method as one place, then what it must have been given.
  private mutating func called(_ matcher: Matcher, on double: Int32, isImplied: Bool) {
    let given = rb.givenArguments(matcher.call)
    if let symbol = given.first, kind(symbol) == .simpleSymbol, !isImplied {
      self.double(double, symbol)
    } else {
      expression(double, .actual)
      for part in given { expression(part, .expected) }
    }
    for link in matcher.links {
      guard let name = child(link, fields.method), rb.isText(name, "with") else { continue }
      for part in rb.givenArguments(link) { expression(part, .expected) }
    }
  }

  private mutating func double(_ object: Int32, _ symbol: Int32) {
    let object = rb.unwrap(object)
    let member = range(symbol).dropFirst(1)
    guard rb.isDotted(object) else {
      let name = core.builder.name("." + core.source.text(member))
      core.builder.open(.read, .actual, range(object), name: name, detail: PlaceKind.member.rawValue)
      expression(object, .receiver)
      core.builder.close()
      return
    }
    buffer.removeAll(keepingCapacity: true)
    rb.appendDotted(object, to: &buffer)
    buffer.append(UInt8(ascii: "."))
    buffer.append(contentsOf: core.source.slice(member))
    let bytes = buffer
    read(core.place(ofBytes: bytes), object, .actual)
  }

  /// `gateway.expects(:charge).with(3).returns(receipt)`.
  private mutating func chainedDouble(_ node: Int32, _ receiver: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    var at = receiver
    var links = [node]
    for _ in 0..<20 {
      guard kind(at) == .call, let object = child(at, fields.receiver), let name = rb.methodName(at) else {
        return false
      }
      if rb.isText(name, "expects"), let symbol = rb.givenArguments(at).first, kind(symbol) == .simpleSymbol {
        let isNever = links.contains { child($0, fields.method).map { rb.isText($0, "never") } ?? false }
        openAssertion(AssertionKind.called, isNever, node, role, use)
        double(object, symbol)
        for link in links.reversed() where child(link, fields.method).map({ rb.isText($0, "with") }) ?? false {
          for part in rb.givenArguments(link) { expression(part, .expected) }
        }
        core.builder.close()
        return true
      }
      links.append(at)
      at = rb.unwrap(object)
    }
    return false
  }
}
