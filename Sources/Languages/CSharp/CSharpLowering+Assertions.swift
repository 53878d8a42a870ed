import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes a call that asserts, in any test framework; false where a call does not, and then nothing is written.
  mutating func assertion(_ node: Int32, _ callee: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    guard let member = cs.member(callee) else {
      return kind(callee) == .call && doubleCall(node, callee, role, use)
    }
    let object = cs.unwrap(member.object)
    if kind(object) == .identifier || kind(object) == .qualifiedName || kind(object) == .member, isAssert(object) {
      return assertCall(node, callee, object, member.name, role, use)
    }
    if kind(object) == .call || kind(object) == .member, let chain = shouldChain(node) {
      return expectation(node, chain, role, use)
    }
    if kind(object) == .identifier, cs.isText(object, "Should"), core.scope.binding(of: self.symbol(object)) == nil,
      let form = CSharpAssertions.matcher(cs.text(member.name)), form.shape == .raising
    {
      openAssertion(form, node, role, use)
      raising(cs.arguments(of: node), cs.typeArguments(of: callee))
      core.builder.close()
      return true
    }
    if starts(member.name, "Should") { return shouldly(node, callee, object, member.name, role, use) }
    return doubleAssertion(node, callee, object, member.name, role, use) || receiptGiven(node, callee, role, use)
  }

  func starts(_ name: Int32, _ word: StaticString) -> Bool {
    let range = range(name)
    return range.count >= word.utf8CodeUnitCount
      && cs.source.isText(range.lowerBound..<range.lowerBound + word.utf8CodeUnitCount, word)
  }

  /// `Assert`, `CollectionAssert`, `NUnit.Framework.Assert`.
  private mutating func isAssert(_ object: Int32) -> Bool {
    guard cs.isDotted(object) else { return false }
    let last = cs.names(object).last ?? object
    guard
      cs.isText(last, "Assert") || cs.isText(last, "CollectionAssert") || cs.isText(last, "StringAssert")
        || cs.isText(last, "ClassicAssert") || cs.isText(last, "AssertEx")
    else { return false }
    return core.scope.binding(of: self.symbol(last)) == nil
  }

  mutating func openAssertion(_ form: CSharpAssertion, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    var flags = use
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  private mutating func assertCall(
    _ node: Int32,
    _ callee: Int32,
    _ object: Int32,
    _ name: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    let isCollection = !cs.isText(cs.names(object).last ?? object, "Assert") && !starts(object, "ClassicAssert")
    let word = cs.text(name)
    var form = isCollection ? CSharpAssertions.collectionAssert(word) : CSharpAssertions.assert(word)
    let given = cs.arguments(of: node)
    // Not an assertion but a question for the exception.
    if word == "Pass" || word == "Equals" || word == "ReferenceEquals" { return false }
    if form.shape == .constraint {
      guard given.count > 1, let constraint = cs.value(ofArgument: given[1]), let found = self.constraint(constraint)
      else {
        openAssertion(form, node, role, use)
        operands(given, [.actual])
        core.builder.close()
        return true
      }
      constrained(node, given, found, role, use)
      return true
    }
    // NUnit's wait by themselves.
    let givesTask =
      form.shape == .raising && word.hasSuffix("Async")
      && !outline.environment.wildcards.contains("NUnit.Framework")
    openAssertion(form, node, role, givesTask ? use.union(.async) : use)
    switch form.shape {
    case .plain: for part in given { argument(part) }
    case .one, .constraint: operands(given, [.actual])
    case .expectedFirst: operands(given, [.expected, .actual])
    case .actualFirst: operands(given, [.actual, .expected])
    case .type:
      let types = cs.typeArguments(of: callee)
      if types.isEmpty {
        form.shape = word == "IsInstanceOfType" || word == "IsNotInstanceOfType" ? .actualFirst : .expectedFirst
        operands(given, form.shape == .actualFirst ? [.actual, .expected] : [.expected, .actual])
      } else {
        operands(given, [.actual])
        for type in types { typeRead(type, .expected) }
      }
    case .raising: raising(given, cs.typeArguments(of: callee))
    }
    core.builder.close()
    return true
  }

  /// Writes arguments in roles, `actual` before `expected`, and those left over as arguments.
  mutating func operands(_ given: [Int32], _ roles: [Role]) {
    let positional = given.prefix(roles.count).prefix { child($0, fields.name) == nil }
    for role in [Role.actual, .expected] {
      for (part, wanted) in zip(positional, roles) where wanted == role {
        if let value = cs.value(ofArgument: part) { expression(value, role) }
      }
    }
    for part in given.dropFirst(positional.count) { argument(part) }
  }

  // MARK: - Failures that are demanded

  /// `Assert.Throws<Error>(() => …)`: the code stands in a body, as it would below a block.
  private mutating func raising(_ given: [Int32], _ types: [Int32]) {
    for type in types { typeRead(type, .expected) }
    var hasBody = false
    for part in given {
      guard let value = cs.value(ofArgument: part) else { continue }
      let plain = cs.unwrap(value)
      if !hasBody, kind(plain) == .typeof {
        if let type = child(plain, fields.type) { typeRead(type, .expected) }
      } else if !hasBody, isCode(plain) {
        demanded(plain)
        hasBody = true
      } else {
        argument(part)
      }
    }
  }

  /// A function, or something that may be one.
  private func isCode(_ node: Int32) -> Bool {
    switch kind(node) {
    case .lambda, .anonymousMethod, .identifier, .member, .call: true
    default: false
    }
  }

  /// The code that has to fail: the body of a function, or a call of one that is given by name.
  mutating func demanded(_ node: Int32) {
    let plain = cs.unwrap(node)
    if cs.isFunction(plain), let body = cs.body(of: plain) {
      if kind(body) == .block {
        block(body, .body)
      } else {
        core.builder.open(.block, .body, range(body))
        _ = statement(ofExpression: body)
        core.builder.close()
      }
      return
    }
    core.builder.open(.block, .body, range(node))
    if kind(plain) != .call, cs.isDotted(plain) {
      let place = place(plain)
      core.builder.leaf(.call, .statement, range(plain), name: place.name, flags: [.discarded])
    } else {
      expression(node, .statement, [.discarded])
    }
    core.builder.close()
  }

  // MARK: - Constraints

  private struct Constraint {
    var form: CSharpAssertion
    var call: Int32?
    var types: [Int32] = []
  }

  /// `Is.Not.EqualTo(3)`, `Throws.TypeOf<Error>()`, taken apart; nil for what is no constraint.
  private func constraint(_ node: Int32) -> Constraint? {
    var words: [(name: Int32, call: Int32?)] = []
    var at = cs.unwrap(node)
    for _ in 0..<20 {
      var call: Int32?
      if kind(at) == .call, let function = child(at, fields.function) {
        call = at
        at = function
      }
      guard let member = cs.member(at) else { break }
      words.append((member.name, call))
      at = cs.unwrap(member.object)
    }
    guard kind(at) == .identifier else { return nil }
    let isThrows = cs.isText(at, "Throws")
    guard isThrows || cs.isText(at, "Is") || cs.isText(at, "Has") || cs.isText(at, "Does") || cs.isText(at, "Contains")
    else { return nil }
    var found = Constraint(form: CSharpAssertion(AssertionKind.other))
    if isThrows { found.form = CSharpAssertion(AssertionKind.raises, .raising) }
    for word in words {
      if cs.isText(word.name, "Not") || cs.isText(word.name, "No") {
        found.form.isNegated.toggle()
      } else if cs.isText(word.name, "Nothing"), isThrows {
        found.form.isNegated = true
      } else if let form = CSharpAssertions.constraints[cs.text(word.name)], found.call == nil {
        if !isThrows { found.form = CSharpAssertion(form.kind, form.shape, negated: found.form.isNegated) }
        found.call = word.call
        found.types = cs.typeArguments(of: word.call.flatMap { child($0, fields.function) } ?? word.name)
      }
    }
    if found.form.kind == AssertionKind.null, found.form.isNegated {
      found.form = CSharpAssertion(AssertionKind.notNull)
    }
    return found
  }

  private mutating func constrained(
    _ node: Int32,
    _ given: [Int32],
    _ constraint: Constraint,
    _ role: Role,
    _ use: NodeFlags
  ) {
    openAssertion(constraint.form, node, role, use)
    if constraint.form.shape == .raising {
      for type in constraint.types { typeRead(type, .expected) }
      if let code = cs.value(ofArgument: given[0]) { demanded(code) }
    } else {
      if let actual = cs.value(ofArgument: given[0]) { expression(actual, .actual) }
      for type in constraint.types { typeRead(type, .expected) }
      if let call = constraint.call { operands(cs.arguments(of: call), [.expected]) }
    }
    for part in given.dropFirst(2) { argument(part) }
    core.builder.close()
  }
}
