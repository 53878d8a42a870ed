import Behaviour
import TreeSitter

/// `match`, `if let` and `let … else` over a `Result`: what other languages write as try and catch.
extension RustLowering {
  // MARK: - What is one

  func isAttempt(_ match: Int32) -> Bool { isAttempt(arms(of: match)) }

  func isAttempt(_ arms: [Arm]) -> Bool {
    arms.contains { isResultPattern($0.pattern, "Ok") || isFailure($0.pattern) }
  }

  /// `Ok(x)`, `Err(e)`, also behind a reference.
  func isResultPattern(_ pattern: Int32, _ name: StaticString) -> Bool {
    let pattern = bare(pattern)
    guard kind(pattern) == .tupleStructPattern, let type = child(pattern, fields.type) else { return false }
    return rs.isPath(type) && rs.isText(rs.lastName(type), name)
  }

  /// `Err(e)`, `Ok(Err(e))`, `Err(A) | Err(B)`.
  private func isFailure(_ pattern: Int32) -> Bool {
    let pattern = bare(pattern)
    if isResultPattern(pattern, "Err") { return true }
    if kind(pattern) == .orPattern { return rs.parts(pattern).allSatisfy { isResultPattern($0, "Err") } }
    guard isResultPattern(pattern, "Ok"), let inner = inner(of: pattern) else { return false }
    return isResultPattern(inner, "Err")
  }

  private func bare(_ pattern: Int32) -> Int32 {
    var pattern = pattern
    while kind(pattern) == .referencePattern || kind(pattern) == .refPattern || kind(pattern) == .parenthesized,
      let inner = rs.lastPart(pattern)
    {
      pattern = inner
    }
    return pattern
  }

  /// What stands in `Some(…)`, `Ok(…)`; nil where it is not one part.
  func inner(of pattern: Int32) -> Int32? {
    let type = child(pattern, fields.type)
    let inner = rs.children(pattern).filter { $0 != type && (rs.isPart($0) || kind($0) == .underscore) }
    return inner.count == 1 ? inner[0] : nil
  }

  /// What is taken out of `Some(…)`; nil for any other pattern.
  func optionPattern(_ pattern: Int32) -> Int32? {
    isResultPattern(pattern, "Some") ? inner(of: bare(pattern)) : nil
  }

  // MARK: - if

  /// `if let Err(e) = f()`, `if let Ok(x) = f()`, `if f().is_err()`; nil, and nothing written, for any other.
  mutating func attempt(ofIf node: Int32, _ condition: Int32, _ role: Role, _ tail: Tail) -> Bool? {
    let consequence = child(node, fields.consequence)
    let alternative = child(node, fields.alternative).flatMap(rs.firstPart)
    let tail = role == .statement ? tail : Tail.returns
    if kind(condition) == .letCondition, let pattern = child(condition, fields.pattern),
      let value = child(condition, fields.value)
    {
      if isFailure(pattern) {
        return attempt(node, role) { lowering in
          lowering.tried(value, [.discarded])
          let handles = lowering.handler(of: pattern, nil, consequence ?? node) {
            $0.branchBody(consequence, .body, tail, node)
          }
          let goesOn = alternative.map { !lowering.branchBody($0, .otherwise, tail, node) } ?? true
          return handles && !goesOn
        }
      }
      guard isResultPattern(pattern, "Ok"), isWorthTrying(value) else { return nil }
      return attempt(node, role) { lowering in
        lowering.core.builder.open(.block, .body, lowering.range(value))
        lowering.bindSuccess(pattern, of: value, lowering.range(condition))
        lowering.core.builder.close()
        let leaves = lowering.branchBody(consequence, .otherwise, tail, node)
        var handles = false
        lowering.handler(nil, alternative ?? node) { handles = $0.branchBody(alternative, .body, tail, node) }
        return leaves && handles
      }
    }
    guard kind(condition) == .call, let callee = child(condition, fields.function), kind(callee) == .member,
      let method = child(callee, fields.field), let object = child(callee, fields.value).map(rs.unwrap),
      kind(object) == .call || kind(object) == .awaited
    else { return nil }
    let isError = rs.isText(method, "is_err")
    guard isError || rs.isText(method, "is_ok") else { return nil }
    return attempt(node, role) { lowering in
      lowering.tried(object, [.discarded])
      let bad = isError ? consequence : alternative
      let good = isError ? alternative : consequence
      var leaves = false
      if good != nil { leaves = lowering.branchBody(good, .otherwise, tail, node) }
      var handles = false
      lowering.handler(nil, bad ?? node) { handles = $0.branchBody(bad, .body, tail, node) }
      return leaves && handles
    }
  }

  private mutating func attempt(_ node: Int32, _ role: Role, _ write: (inout Self) -> Bool) -> Bool {
    // As a statement it is what other languages write as one: a `return` in it leaves the function.
    core.builder.open(.attempt, role, range(node), flags: role == .statement ? [] : [.byCall])
    let leaves = write(&self)
    core.builder.close()
    return leaves
  }

  @discardableResult
  private mutating func branchBody(_ body: Int32?, _ role: Role, _ tail: Tail, _ node: Int32) -> Bool {
    guard let body else {
      emptyBlock(role, endOf: node)
      return false
    }
    guard kind(body) != .block else { return block(body, role, tail) }
    guard enter(body, role) else { return false }
    defer { nesting -= 1 }
    core.builder.open(.block, role, range(body))
    let leaves = value(body, tail)
    core.builder.close()
    return leaves
  }

  // MARK: - match

  mutating func attempt(ofMatch node: Int32, _ value: Int32, _ arms: [Arm], _ role: Role, _ tail: Tail) -> Bool {
    var tail = tail
    if role != .statement { tail = .returns }
    let failures = arms.filter { isFailure($0.pattern) }
    let successes = arms.filter { !isFailure($0.pattern) && isResultPattern($0.pattern, "Ok") }
    // `_` takes what is left: failures where there are patterns for success, else successes.
    let others = arms.filter { !isFailure($0.pattern) && !isResultPattern($0.pattern, "Ok") }
    let otherFails = !successes.isEmpty
    return attempt(node, role) { lowering in
      var leaves: Bool
      let good = otherFails ? successes : others
      if good.count == 1, good[0].condition == nil {
        leaves = lowering.success(good[0], value, tail)
      } else {
        lowering.tried(value, [])
        lowering.core.builder.open(.block, .otherwise, lowering.range(node))
        leaves = good.isEmpty ? false : lowering.plainMatch(node, nil, good, .statement, tail)
        lowering.core.builder.close()
      }
      for arm in failures {
        let handles = lowering.handler(of: arm.pattern, arm.condition, arm.node) {
          $0.handlerBody(of: arm, tail)
        }
        leaves = leaves && handles
      }
      if otherFails {
        for arm in others {
          var handles = false
          lowering.handler(lowering.takesAnything(arm.pattern) ? arm.pattern : nil, arm.node) {
            handles = $0.handlerBody(of: arm, tail)
          }
          leaves = leaves && handles
        }
      }
      return leaves
    }
  }

  /// Writes the body of an attempt, with what is done with the value where there is but one way to go on.
  private mutating func success(_ arm: Arm, _ value: Int32, _ tail: Tail) -> Bool {
    let name = boundName(of: arm.pattern)
    let isBound = name != arm.pattern
    if let body = arm.body, isBound, let isWritten = gives(name, body) {
      // `Ok(x) => x`: the value goes on as it is.
      core.builder.open(.block, .body, range(value))
      defer { core.builder.close() }
      if isWritten { return returnedCall(value) }
      switch tail {
      case .returns: return returnedCall(value)
      case .assigns(let declaration):
        guard let pattern = child(declaration, fields.pattern) else { return false }
        core.builder.open(.assign, .statement, range(declaration), flags: [.declares])
        target(pattern, .target)
        let known = expression(value, .value)
        core.builder.close()
        give(known, to: pattern, declared: child(declaration, fields.type))
        return false
      case .discard: expression(value, .statement, [.discarded])
      case .value, .ends: expression(value, .statement)
      }
      return false
    }
    core.builder.open(.block, .body, range(value))
    if isResultPattern(arm.pattern, "Ok") {
      bindSuccess(arm.pattern, of: value, range(arm.node))
    } else {
      expression(value, .statement, [.discarded])
    }
    core.builder.close()
    guard let body = arm.body, !isNothing(body) else { return false }
    core.builder.open(.block, .otherwise, range(body))
    let leaves = self.body(of: arm, tail)
    core.builder.close()
    return leaves
  }

  private mutating func returnedCall(_ value: Int32) -> Bool {
    core.builder.open(.return, .statement, range(value))
    expression(value, .value, [.returned])
    core.builder.close()
    return true
  }

  /// Whether an arm gives just the value that it was given; true in it where it says `return`.
  private func gives(_ name: Int32, _ body: Int32) -> Bool? {
    var node = rs.unwrap(body)
    var isWritten = false
    if kind(node) == .block {
      guard let only = onlyPart(of: node) else { return nil }
      node = rs.unwrap(only)
    }
    if kind(node) == .returned, let inner = rs.firstPart(node) {
      isWritten = true
      node = rs.unwrap(inner)
    }
    if let inner = argument(of: node, calledAs: "Ok") ?? argument(of: node, calledAs: "Some") {
      node = rs.unwrap(inner)
    }
    guard kind(node) == .identifier, core.source.slice(range(node)) == core.source.slice(range(name)) else {
      return nil
    }
    return isWritten
  }

  private func onlyPart(of block: Int32) -> Int32? {
    let parts = rs.parts(block)
    guard parts.count == 1 else { return nil }
    return kind(parts[0]) == .expressionStatement ? rs.firstPart(parts[0]) : parts[0]
  }

  /// `()`, `{}`, `Ok(())`
  private func isNothing(_ body: Int32, depth: Int = 0) -> Bool {
    guard depth < 4 else { return false }
    switch kind(body) {
    case .unit: return true
    case .block:
      if rs.children(body).contains(where: { rs.isComment($0) }) { return false }
      let parts = rs.parts(body)
      return parts.isEmpty || parts.count == 1 && isNothing(parts[0], depth: depth + 1)
    default: return argument(of: body, calledAs: "Ok").map { kind($0) == .unit } ?? false
    }
  }

  // MARK: - Parts

  /// Writes what may fail as the body of an attempt.
  mutating func tried(_ value: Int32, _ use: NodeFlags) {
    core.builder.open(.block, .body, range(value))
    if let inner = inlined(value) {
      statements(of: inner, .ends)
    } else {
      expression(value, .statement, use)
    }
    core.builder.close()
  }

  /// Writes a call that may fail, with the name that its value gets.
  mutating func bindSuccess(_ pattern: Int32, of value: Int32, _ bytes: Range<Int>) {
    let inner = inner(of: bare(pattern)) ?? pattern
    let takesNothing =
      kind(inner) == .underscore || kind(inner) == .unit || kind(inner) == .tuplePattern && rs.firstPart(inner) == nil
    if takesNothing {
      if let block = inlined(value) {
        statements(of: block, .ends)
      } else {
        expression(value, .statement, [.discarded])
      }
      return
    }
    core.builder.open(.assign, .statement, bytes, flags: [.declares])
    target(inner, .target)
    let known = expression(value, .value)
    core.builder.close()
    give(known, to: inner, declared: nil)
  }

  /// The block of `async { … }.await`, `(|| { … })()` and `try { … }`: code that runs where it stands, and whose
  /// failures end there.
  func inlined(_ value: Int32) -> Int32? {
    var value = rs.unwrap(value)
    if kind(value) == .awaited, let inner = rs.firstPart(value).map(rs.unwrap) {
      if kind(inner) == .asyncBlock { return rs.first(.block, in: inner) }
      value = inner
    }
    switch kind(value) {
    case .tryBlock: return rs.first(.block, in: value)
    case .call:
      guard let callee = child(value, fields.function).map(rs.unwrap), kind(callee) == .closure,
        arguments(of: value).isEmpty, let body = child(callee, fields.body)
      else { return nil }
      if kind(body) == .block { return body }
      return kind(body) == .asyncBlock ? rs.first(.block, in: body) : nil
    default: return nil
    }
  }

  /// Writes a handler of every failure around its body.
  ///
  /// - Parameter name: the pattern that the failure is given to.
  mutating func handler(_ name: Int32?, _ node: Int32, _ body: (inout Self) -> Void) {
    _ = handler(bound: name, types: [], isAll: true, nil, node) {
      body(&$0)
      return false
    }
  }

  /// Writes the handler that a pattern makes.
  private mutating func handler(
    of pattern: Int32,
    _ condition: Int32?,
    _ node: Int32,
    _ body: (inout Self) -> Bool
  ) -> Bool {
    let pattern = bare(pattern)
    var kinds: [Int32] = []
    var bound: Int32?
    let alternatives = kind(pattern) == .orPattern ? rs.parts(pattern) : [pattern]
    for alternative in alternatives {
      guard var inner = inner(of: bare(alternative)) else { continue }
      if isResultPattern(bare(alternative), "Ok"), let deeper = self.inner(of: bare(inner)) { inner = deeper }
      collect(inner, &kinds, &bound)
    }
    return handler(bound: bound, types: kinds, isAll: kinds.isEmpty && condition == nil, condition, node, body)
  }

  private func collect(_ pattern: Int32, _ kinds: inout [Int32], _ bound: inout Int32?, depth: Int = 0) {
    guard depth < 16 else { return }
    let pattern = bare(pattern)
    switch kind(pattern) {
    case .underscore: return
    case .identifier:
      if rs.isUpper(pattern) { kinds.append(pattern) } else { bound = bound ?? pattern }
    case .mutPattern:
      if let inner = rs.lastPart(pattern) { collect(inner, &kinds, &bound, depth: depth + 1) }
    case .capturedPattern:
      for part in rs.parts(pattern) { collect(part, &kinds, &bound, depth: depth + 1) }
    case .orPattern:
      for part in rs.parts(pattern) where kinds.count < 32 { collect(part, &kinds, &bound, depth: depth + 1) }
    case .tupleStructPattern, .structPattern:
      if let type = child(pattern, fields.type) { kinds.append(type) }
      let name = boundName(of: pattern)
      if name != pattern { bound = bound ?? name }
    default: kinds.append(pattern)
    }
  }

  private mutating func handler(
    bound: Int32?,
    types: [Int32],
    isAll: Bool,
    _ condition: Int32?,
    _ node: Int32,
    _ body: (inout Self) -> Bool
  ) -> Bool {
    let name = bound.map { boundName(of: $0) }.flatMap { kind($0) == .identifier && !rs.isText($0, "_") ? $0 : nil }
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: name.map { core.name($0) } ?? 0,
      flags: isAll ? [.catchesAll] : []
    )
    for type in types {
      if rs.isPath(type) { read(type, .type) } else { pattern(type, .type) }
    }
    let symbol = name.map { core.symbol($0) } ?? 0
    if symbol != 0 { core.scope.declare(symbol, NameScope.Binding(kind: .local)) }
    if let condition { self.condition(condition, .condition) }
    function.caught.append(symbol)
    let leaves = body(&self)
    function.caught.removeLast()
    core.builder.close()
    note(commentsIn(node), at: index)
    return leaves
  }

  /// The comments in the block of a handler.
  private func commentsIn(_ node: Int32) -> [Int32] {
    var body = node
    switch kind(node) {
    case .matchArm: body = child(node, fields.value) ?? node
    case .if: body = child(node, fields.consequence) ?? node
    case .closure: body = child(node, fields.body) ?? node
    default: break
    }
    return kind(body) == .block ? commentsAround(body) : []
  }
}

extension RustLowering {
  /// Writes what an arm does as the body of a handler.
  @discardableResult
  mutating func handlerBody(of arm: Arm, _ tail: Tail) -> Bool {
    guard let body = arm.body else {
      emptyBlock(.body, endOf: arm.node)
      return false
    }
    return block(body, .body, tail)
  }
}
