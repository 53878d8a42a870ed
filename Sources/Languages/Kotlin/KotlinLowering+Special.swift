import Behaviour
import TreeSitter

/// A call of a function of the standard library that is a statement of the language in all but name.
enum KotlinSpecial {
  /// `require(…)`, `check(…)`: raises unless a condition holds.
  case demand(StaticString, isNull: Bool)
  /// `error(…)`, `TODO()`: raises.
  case failure(StaticString)
  /// `x.use { … }`: holds for a body, and is let go behind it. `lock.withLock { … }`, `synchronized(lock) { … }`.
  case scoped(ScopeKind, resource: Int32)
  /// `runCatching { … }.getOrNull()`.
  case attempt(KotlinResultChain)
  /// `flow.catch { … }`: what failed before it comes here.
  case caught(receiver: Int32)
  /// `flow.collect { … }`: once for each value.
  case collected(receiver: Int32)
}

extension KotlinLowering {
  /// Writes a call that is a statement in all but name; nil where a node is none.
  ///
  /// - Returns: whether it leaves the way of control.
  mutating func special(_ node: Int32, _ tail: Tail) -> Bool? {
    if kind(node) == .elvis { return tail == .discarded ? guardedElvis(node) : nil }
    guard let found = special(of: node) else { return nil }
    switch found {
    case .demand(let failure, let isNull):
      guard tail == .discarded else { return nil }
      demand(node, failure, isNull)
      return false
    case .failure(let failure):
      raise(failure, node, .statement)
      return true
    case .scoped(let kind, let resource): return scoped(node, kind, resource, .statement, tail)
    case .attempt(let chain):
      guard chain.deals || tail == .discarded && chain.links.isEmpty else { return nil }
      resultAttempt(node, chain, .statement, tail)
      return false
    case .caught(let receiver):
      caught(node, receiver, .statement, tail)
      return false
    case .collected(let receiver):
      guard tail != .value else { return nil }
      collected(node, receiver)
      return false
    }
  }

  /// The same for an expression whose value is taken; nil where a node is none.
  mutating func specialValue(_ node: Int32, _ role: Role) -> Bool {
    guard let found = special(of: node) else { return false }
    switch found {
    case .demand(_, let isNull):
      guard isNull, let call = kt.call(node), let first = kt.given(call).first.flatMap(kt.value) else { return false }
      core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.unwrap))
      expression(first, .operand)
      core.builder.close()
    case .failure(let failure): raise(failure, node, role)
    case .scoped(let kind, let resource): _ = scoped(node, kind, resource, role, .value)
    case .attempt(let chain):
      guard chain.deals else { return false }
      resultAttempt(node, chain, role, .value)
    case .caught(let receiver): caught(node, receiver, role, .value)
    case .collected: return false
    }
    return true
  }

  func isSpecial(_ node: Int32) -> Bool {
    switch special(of: node) {
    case .scoped, .failure: true
    case .attempt(let chain): chain.deals
    case .demand, .caught, .collected, nil: false
    }
  }

  private func special(of node: Int32) -> KotlinSpecial? {
    guard let call = kt.call(node), let name = kt.calledName(call.callee) else { return nil }
    let isPlain = kind(call.callee) == .identifier
    if isPlain { return isOwn(name) ? nil : special(plain: name, call) }
    guard let receiver = kt.firstPart(call.callee) else { return nil }
    if call.lambda != nil, call.arguments == nil || kt.given(call).isEmpty {
      if kt.isText(name, "use") { return .scoped(.resource, resource: receiver) }
      if kt.isText(name, "withLock") || kt.isText(name, "withPermit") { return .scoped(.lock, resource: receiver) }
      if kt.isText(name, "catch"), !isTypeLike(receiver) { return .caught(receiver: receiver) }
      if kt.isText(name, "exceptionally") || kt.isText(name, "onErrorResume") { return .caught(receiver: receiver) }
      if kt.isText(name, "collect"), !isTypeLike(receiver) { return .collected(receiver: receiver) }
    } else if call.lambda != nil, kt.isText(name, "withLock") {
      return .scoped(.lock, resource: receiver)
    }
    return KotlinResultChain(node, kt).map { .attempt($0) }
  }

  private func special(plain name: Int32, _ call: KotlinSyntax.Call) -> KotlinSpecial? {
    if kt.isText(name, "require") { return .demand("IllegalArgumentException", isNull: false) }
    if kt.isText(name, "check") { return .demand("IllegalStateException", isNull: false) }
    if kt.isText(name, "requireNotNull") { return .demand("IllegalArgumentException", isNull: true) }
    if kt.isText(name, "checkNotNull") { return .demand("IllegalStateException", isNull: true) }
    if kt.isText(name, "error"), kt.given(call).count == 1, call.lambda == nil {
      return .failure("IllegalStateException")
    }
    if kt.isText(name, "TODO"), call.lambda == nil { return .failure("NotImplementedError") }
    if kt.isText(name, "synchronized"), call.lambda != nil, let lock = kt.given(call).first.flatMap(kt.value) {
      return .scoped(.lock, resource: lock)
    }
    if kt.isText(name, "runCatching"), let lambda = call.lambda {
      return .attempt(KotlinResultChain(body: lambda, receiver: nil, links: []))
    }
    return nil
  }

  /// Whether the file has a function of its own by that name.
  private func isOwn(_ name: Int32) -> Bool {
    switch outline.environment.names[core.text(name)] {
    case .function, .type: true
    case .imported(let path): !path.hasPrefix("kotlin.")
    case .value, nil: false
    }
  }

  func isTypeLike(_ node: Int32) -> Bool { kind(node) == .identifier && kt.namesType(node) }

  // MARK: - Demands

  private mutating func demand(_ node: Int32, _ failure: StaticString, _ isNull: Bool) {
    guard let call = kt.call(node), let first = kt.given(call).first.flatMap(kt.value) else {
      expression(node, .statement, [.discarded])
      return
    }
    core.builder.open(.branch, .statement, range(node), flags: [.guard])
    let name = core.builder.name(isNull ? Operator.isNull : Operator.not)
    core.builder.open(.condition, .condition, range(first), name: name)
    expression(first, .operand)
    core.builder.close()
    core.builder.open(.block, .arm, range(node))
    raise(failure, node, .statement)
    core.builder.close()
    core.builder.close()
  }

  /// What a call raises whose name says so; its message is the last thing that it is given.
  private mutating func raise(_ failure: StaticString, _ node: Int32, _ role: Role) {
    core.builder.open(.raise, role, range(node))
    let name = core.builder.name("\(failure)")
    core.builder.open(
      .call,
      .value,
      range(node),
      name: name,
      path: name,
      detail: Certainty.import.rawValue,
      flags: [.constructs]
    )
    if let call = kt.call(node) {
      let given = kt.given(call)
      let isDemand =
        call.lambda != nil || given.count > 1 || !(kt.isText(call.callee, "error") || kt.isText(call.callee, "TODO"))
      if let lambda = call.lambda, let statements = kt.first(.statements, in: lambda),
        let last = kt.lastPart(statements)
      {
        core.builder.open(.argument, .argument, range(last))
        expression(last, .value)
        core.builder.close()
      } else if !isDemand, let first = given.first {
        argument(first)
      }
    }
    core.builder.close()
    core.builder.close()
  }

  // MARK: - Scopes

  private mutating func scoped(
    _ node: Int32,
    _ scope: ScopeKind,
    _ resource: Int32,
    _ role: Role,
    _ tail: Tail
  ) -> Bool {
    core.builder.open(.scoped, role, range(node), detail: scope.rawValue)
    let known = expression(resource, .resource)
    var leaves = false
    if let lambda = kt.call(node)?.lambda {
      if scope == .resource { bind(parameterOf: lambda, .target, known) }
      leaves = block(lambda, .body, tail, endOf: node)
    }
    core.builder.close()
    return leaves
  }

  /// Writes and declares the one parameter of a function that runs here.
  mutating func bind(parameterOf lambda: Int32, _ role: Role, _ known: Known) {
    let names = parameterNames(of: lambda)
    let flags: NodeFlags = names.count > 1 ? [.destructured] : []
    for name in names {
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
      core.builder.leaf(
        .read,
        role,
        range(name),
        name: core.name(kt.bare(name)),
        detail: PlaceKind.local.rawValue,
        flags: flags
      )
      if names.count == 1 { core.assign(core.symbol(name), known) }
    }
    guard names.isEmpty, kt.first(.lambdaParameters, in: lambda) == nil else { return }
    let it = core.scope.symbol("it")
    core.scope.declare(it, NameScope.Binding(kind: .local))
    core.assign(it, known)
    let start = range(lambda).lowerBound
    core.builder.leaf(
      .read,
      role,
      start..<start,
      name: core.builder.name("it"),
      detail: PlaceKind.local.rawValue
    )
  }

  /// The names that the parameters of a function literal bind.
  func parameterNames(of lambda: Int32) -> [Int32] {
    guard let list = kt.first(.lambdaParameters, in: lambda) else { return [] }
    return (list..<kt.next(list)).filter { kind($0) == .identifier && kind(kt[$0].parent) == .variable }
  }

  /// `flow.collect { value -> … }`
  private mutating func collected(_ node: Int32, _ receiver: Int32) {
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: LoopKind.forEach.rawValue,
      flags: [.async]
    )
    expression(receiver, .iterable)
    if let lambda = kt.call(node)?.lambda {
      bind(parameterOf: lambda, .target, .nothing)
      block(lambda, .body, .discarded, endOf: node)
    }
    core.builder.close()
  }

  // MARK: - Elvis

  /// Whether what stands behind `?:` leaves.
  func isLeaving(_ node: Int32) -> Bool {
    let node = kt.unwrap(node)
    if kind(node) == .jump { return true }
    if case .failure = special(of: node) { return true }
    return false
  }

  /// The two sides of `a ?: b`.
  func sides(ofElvis node: Int32) -> (left: Int32, right: Int32)? {
    let parts = kt.parts(node)
    guard kind(node) == .elvis, let left = parts.first, let right = parts.last, left != right else { return nil }
    return (left, right)
  }

  /// `value ?: return`, as a statement.
  private mutating func guardedElvis(_ node: Int32) -> Bool? {
    guard let sides = sides(ofElvis: node), isLeaving(sides.right) else { return nil }
    core.builder.open(.branch, .statement, range(node), flags: [.guard])
    core.builder.open(.condition, .condition, range(sides.left), name: core.builder.name(Operator.isNull))
    expression(sides.left, .operand)
    core.builder.close()
    leavingArm(sides.right)
    core.builder.close()
    return false
  }

  /// Writes that a place that was just given a value is left where that is absent.
  mutating func guardAgainstNull(_ target: Int32, _ leaving: Int32, _ whole: Int32) {
    core.builder.open(.branch, .statement, range(whole), flags: [.guard])
    core.builder.open(.condition, .condition, range(target), name: core.builder.name(Operator.isNull))
    expression(target, .operand)
    core.builder.close()
    leavingArm(leaving)
    core.builder.close()
  }

  mutating func leavingArm(_ node: Int32) {
    core.builder.open(.block, .arm, range(node))
    statement(kt.unwrap(node), .discarded)
    core.builder.close()
  }
}
