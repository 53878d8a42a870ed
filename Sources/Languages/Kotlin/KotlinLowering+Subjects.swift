import Behaviour
import TreeSitter

extension KotlinLowering {
  /// `assertThat(total)` alone demands nothing; `assertThat(total, equalTo(3))` is Hamcrest's.
  mutating func subject(_ node: Int32, _ call: KotlinSyntax.Call, _ role: Role, _ use: NodeFlags) -> Bool {
    let given = kt.given(call)
    guard let first = given.first.flatMap(kt.value) else { return false }
    var flags = use.subtracting(.returned)
    if given.count == 1, call.lambda == nil { flags.insert(.incomplete) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(AssertionKind.other), flags: flags)
    expression(first, .actual)
    for argument in given.dropFirst() {
      if let value = kt.value(ofArgument: argument) { expression(value, .expected) }
    }
    if let lambda = call.lambda {
      core.builder.open(.argument, .argument, range(lambda))
      closure(ofLambda: lambda, .value, isDiscarded: true)
      core.builder.close()
    }
    core.builder.close()
    return true
  }

  /// `assertThat(total).isEqualTo(3)`: what is demanded stands in the last call of the chain.
  mutating func subjectAssertion(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ base: Int32,
    _ text: String,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    var at = kt.unwrap(base)
    var depth = 0
    var between: [KotlinSyntax.Call] = []
    while depth < 40 {
      depth += 1
      if let link = kt.call(at), let name = kt.calledName(link.callee) {
        if KotlinAssertions.subjects.contains(core.text(name)), let actual = kt.given(link).first.flatMap(kt.value) {
          write(call, text, on: actual, between, node, role, use)
          return true
        }
        between.append(link)
        guard kind(link.callee) == .navigation, let next = kt.firstPart(link.callee) else { return false }
        at = kt.unwrap(next)
      } else if kind(at) == .navigation, let next = kt.firstPart(at) {
        at = kt.unwrap(next)
      } else {
        return false
      }
    }
    return false
  }

  private mutating func write(
    _ call: KotlinSyntax.Call,
    _ text: String,
    on actual: Int32,
    _ between: [KotlinSyntax.Call],
    _ node: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) {
    var form = KotlinAssertions.demand(ofMatcher: text)
    let given = kt.given(call)
    if form.kind == AssertionKind.equal, let value = given.first.flatMap(kt.value), kind(kt.unwrap(value)) == .null {
      form = KotlinAssertion(form.isNegated ? AssertionKind.notNull : AssertionKind.null, .one)
    }
    var flags = use.subtracting(.returned)
    if form.isNegated { flags.insert(.negated) }
    if KotlinAssertions.navigations.contains(text) { flags.insert(.incomplete) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
    expression(actual, .actual)
    if form.shape != .one {
      for argument in given {
        if let value = kt.value(ofArgument: argument) { expression(value, .expected) }
      }
    }
    for link in between.reversed() { for argument in kt.given(link) { self.argument(argument) } }
    if let lambda = call.lambda {
      core.builder.open(.argument, .argument, range(lambda))
      closure(ofLambda: lambda, .value, isDiscarded: true)
      core.builder.close()
    }
    core.builder.close()
  }

  // MARK: - Doubles

  /// `verify { gateway.charge(3) }`, `verify(exactly = 0) { … }`: one assertion for each call in it.
  mutating func verification(_ node: Int32, _ call: KotlinSyntax.Call, _ role: Role, _ use: NodeFlags) {
    let given = kt.given(call)
    let isNegated = given.contains { argument in
      guard let label = kt.label(ofArgument: argument), let value = kt.value(ofArgument: argument) else { return false }
      return kt.isText(label, "exactly") && kt.isText(value, "0")
    }
    let statements = call.lambda.flatMap { kt.first(.statements, in: $0) }.map { kt.parts($0) } ?? []
    let form = KotlinAssertion(AssertionKind.called, .plain, negated: isNegated)
    let isOne = statements.count <= 1 || role != .statement
    for statement in isOne ? Array(statements.prefix(1)) : statements {
      openVerification(form, isOne ? node : statement, role, use)
      verified(statement)
      for argument in given where !isNegated { self.argument(argument) }
      core.builder.close()
    }
    guard statements.isEmpty else { return }
    openVerification(form, node, role, use)
    for argument in given where kt.label(ofArgument: argument) == nil { self.argument(argument) }
    core.builder.close()
  }

  private mutating func openVerification(_ form: KotlinAssertion, _ node: Int32, _ role: Role, _ use: NodeFlags) {
    var flags = use.subtracting(.returned)
    if form.isNegated { flags.insert(.negated) }
    core.builder.open(.assertion, role, range(node), name: core.builder.name(form.kind), flags: flags)
  }

  private mutating func verified(_ node: Int32) {
    let node = kt.unwrap(node)
    guard let call = kt.call(node) else {
      expression(node, .actual)
      return
    }
    expression(call.callee, .actual)
    for argument in kt.given(call) {
      if let value = kt.value(ofArgument: argument) { expression(value, .expected) }
    }
    if let lambda = call.lambda { closure(ofLambda: lambda, .expected) }
  }

  /// `verify(gateway, never()).refund(3)`
  mutating func mockitoAssertion(
    _ node: Int32,
    _ call: KotlinSyntax.Call,
    _ base: Int32,
    _ role: Role,
    _ use: NodeFlags
  ) -> Bool {
    guard let check = kt.call(kt.unwrap(base)), kind(check.callee) == .identifier,
      KotlinAssertions.isMockitoVerify(core.text(check.callee)), check.lambda == nil,
      let member = kt.calledName(call.callee)
    else { return false }
    let given = kt.given(check)
    guard let double = given.first.flatMap(kt.value) else { return false }
    let isNegated = given.dropFirst().contains { argument in
      guard let value = kt.value(ofArgument: argument) else { return false }
      return kt.isText(value, "never()") || kt.isText(value, "times(0)")
    }
    openVerification(KotlinAssertion(AssertionKind.called, .plain, negated: isNegated), node, role, use)
    if kt.isDotted(double) {
      let bytes = kt.dotted(double) + [UInt8(ascii: ".")] + core.source.slice(kt.bare(member))
      let place = place(ofBytes: bytes, root: kt.root(double))
      core.builder.leaf(
        .read,
        .actual,
        range(double),
        name: place.name,
        path: place.path,
        detail: place.kind.rawValue
      )
    } else {
      expression(double, .actual)
    }
    for argument in kt.given(call) {
      if let value = kt.value(ofArgument: argument) { expression(value, .expected) }
    }
    for argument in given.dropFirst() { self.argument(argument) }
    core.builder.close()
    return true
  }
}
