import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = java[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    guard found.hasError else { return write(node) }
    let start = core.builder.count
    let leaves = write(node)
    damage(in: node, since: start)
    return leaves
  }

  private mutating func write(_ node: Int32) -> Bool {
    switch kind(node) {
    case .expressionStatement:
      if let value = java.firstPart(node) { expression(value, .statement, [.discarded]) }
    case .localVariable, .field: localVariable(node, .statement)
    case .if: return ifStatement(node)
    case .for: forStatement(node)
    case .forEach: forEachStatement(node)
    case .while, .do: whileStatement(node)
    case .try, .tryWithResources: return tryStatement(node)
    case .synchronized: return synchronizedStatement(node)
    case .switch: return switchBranch(node, .statement, isValue: false)
    case .return:
      returned(java.firstPart(node), range(node))
      return true
    case .throw:
      throwStatement(node)
      return true
    case .yield:
      if let value = java.firstPart(node) { expression(value, .value) }
      return true
    case .break, .continue:
      let jump = kind(node) == .break ? JumpKind.break : .continue
      core.builder.leaf(.jump, .statement, range(node), detail: jump.rawValue)
      return true
    case .block, .constructorBody: return statements(of: node)
    case .labeled:
      guard let inner = java.parts(node).dropFirst().first else { return false }
      return statement(inner)
    case .assert: assertStatement(node)
    case .explicitConstructor: explicitConstructor(node)
    case .class, .interface, .enum, .record, .annotationType:
      if isAtTop { members(of: node, owner: "", depth: 0) } else { localType(node) }
    case .method, .constructor, .compactConstructor:
      if !isAtTop { methodClosure(node, .statement, named: true) }
    case .staticInitializer: if let block = java.first(.block, in: node) { return statements(of: block) }
    case .import, .package, .module, .lineComment, .blockComment, .modifiers, .parameters, .throwsClause, .superclass,
      .superInterfaces, .typeParameters, .typeArguments, .dimensions, .receiverParameter:
      break
    default: expression(node, .statement, [.discarded])
    }
    return false
  }

  // MARK: - Blocks

  /// Writes a block, or a statement that stands in the place of one.
  ///
  /// - Returns: whether its last statement leaves the way of control.
  @discardableResult
  mutating func block(_ node: Int32, _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(node))
    let isBlock = kind(node) == .block || kind(node) == .constructorBody
    let leaves = isBlock ? statements(of: node) : statement(node)
    core.builder.close()
    if isBlock, core.builder.count == Int(index) + 1 { note(comments(in: node), at: index) }
    return leaves
  }

  @discardableResult
  mutating func statements(of node: Int32) -> Bool {
    var leaves = false
    for child in java.children(node) {
      let found = java[child]
      guard found.isNamed || found.isMissing, !java.isComment(child) else { continue }
      leaves = statement(child)
    }
    return leaves
  }

  // MARK: - Leaving

  private mutating func throwStatement(_ node: Int32) {
    guard let value = java.firstPart(node) else {
      core.builder.leaf(.raise, .statement, range(node))
      return
    }
    let plain = withoutCasts(value)
    if kind(plain) == .identifier, isCaught(plain) {
      core.builder.open(.propagate, .statement, range(node))
      expression(plain, .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, .statement, range(node))
    raised(plain)
    core.builder.close()
  }

  /// Writes that a value is given back; a future or a stream that has failed already is a failure.
  mutating func returned(_ value: Int32?, _ bytes: Range<Int>) {
    guard let value else {
      core.builder.leaf(.return, .statement, bytes)
      return
    }
    if let error = failedAlready(java.unwrap(value)) {
      core.builder.open(.raise, .statement, bytes, name: core.builder.name("reject"))
      raised(withoutCasts(error))
    } else {
      core.builder.open(.return, .statement, bytes)
      expression(value, .value, [.returned])
    }
    core.builder.close()
  }

  /// The error in `CompletableFuture.failedFuture(error)`, `Mono.error(error)`.
  private func failedAlready(_ call: Int32) -> Int32? {
    guard kind(call) == .invocation, let name = child(call, fields.name), let object = child(call, fields.object),
      kind(object) == .identifier, let list = child(call, fields.arguments), let error = java.firstPart(list)
    else { return nil }
    let word = java.text(name)
    if word == "failedFuture" || word == "failedStage" || word == "immediateFailedFuture" { return error }
    guard word == "error", kind(java.unwrap(error)) != .lambda else { return nil }
    return ["Mono", "Flux", "Single", "Observable", "Completable", "Maybe"].contains(java.text(object)) ? error : nil
  }

  /// Writes a failure, and the one that it is given as its cause.
  mutating func raised(_ value: Int32) {
    guard kind(value) == .creation, let list = child(value, fields.arguments),
      let cause = java.children(list).first(where: { kind($0) == .identifier && isCaught($0) })
    else {
      expression(value, .value)
      return
    }
    _ = creation(value, .value, [], without: cause)
    expression(cause, .cause)
  }

  mutating func isCaught(_ name: Int32) -> Bool { caught.contains(core.symbol(name)) }

  func withoutCasts(_ node: Int32) -> Int32 {
    var node = java.unwrap(node)
    while kind(node) == .cast, let value = child(node, fields.value) { node = java.unwrap(value) }
    return node
  }

  /// `this(…)`, `super(…)` as the first thing that a constructor does.
  private mutating func explicitConstructor(_ node: Int32) {
    let name = child(node, fields.constructor).map { core.name($0) } ?? 0
    core.builder.open(.call, .statement, range(node), name: name, flags: [.discarded])
    arguments(of: node)
    core.builder.close()
  }
}
