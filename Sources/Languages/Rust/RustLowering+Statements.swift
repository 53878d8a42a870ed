import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes a statement whose value nobody takes.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool { last(node, .discard) }

  /// Writes the last statement of a block.
  @discardableResult
  mutating func last(_ node: Int32, _ tail: Tail) -> Bool {
    guard enter(node, .statement) else { return false }
    // A block in a block writes no node, and costs as much stack as two expressions.
    nesting += 1
    defer { nesting -= 2 }
    let found = rs[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    guard found.hasError else { return write(node, tail) }
    let start = core.builder.count
    let leaves = write(node, tail)
    damage(in: node, since: start)
    return leaves
  }

  private mutating func write(_ node: Int32, _ tail: Tail) -> Bool {
    switch kind(node) {
    case .expressionStatement:
      guard let value = rs.firstPart(node) else { return false }
      if rs[value].isMissing { return false }
      return self.value(value, endsInSemicolon(node) ? .discard : tail)
    case .letDeclaration: return letDeclaration(node)
    case .emptyStatement, .structure, .enumeration, .union, .typeItem, .macroDefinition, .attributeItem,
      .innerAttribute, .externCrate, .foreignModule, .signature, .associatedType, .shebang, .visibility, .label:
      return false
    case .use:
      for imported in rs.imports(of: node) {
        let type = core.scope.symbol(RustPaths.canonical(imported.path))
        core.scope.declare(
          core.scope.symbol(imported.name),
          NameScope.Binding(kind: .static, type: type, certainty: .import, isAlias: true)
        )
      }
      return false
    case .function:
      function(node)
      return false
    case .constant, .global:
      constant(node)
      return false
    case .implementation, .trait, .module, .declarationList:
      // The methods of a type in a function are closures.
      let body = kind(node) == .declarationList ? node : child(node, fields.body)
      for item in rs.children(body ?? node) where rs[item].isNamed && !rs.isComment(item) { statement(item) }
      return false
    default: return value(node, tail)
    }
  }

  func endsInSemicolon(_ node: Int32) -> Bool {
    let end = range(node).upperBound
    return end > 0 && end <= core.source.bytes.count && core.source.bytes[end - 1] == UInt8(ascii: ";")
  }

  /// Writes an expression that stands as a statement, as what becomes of its value.
  mutating func value(_ node: Int32, _ tail: Tail) -> Bool {
    switch kind(node) {
    case .if: return ifExpression(node, .statement, tail)
    case .match: return matchExpression(node, .statement, tail)
    case .block, .unsafeBlock, .constBlock:
      let body = kind(node) == .block ? node : rs.first(.block, in: node) ?? node
      guard kind(body) == .block else { break }
      return statements(of: body, tail)
    case .for:
      forExpression(node)
      return false
    case .while:
      whileExpression(node)
      return false
    case .loop:
      if case .assigns = tail { break }
      if case .value = tail { break }
      loopExpression(node, .statement)
      return false
    case .returned:
      returnExpression(node)
      return true
    case .breaking, .continuing:
      jump(node, .statement)
      return true
    case .assignment:
      assignment(node, .statement)
      return false
    case .compoundAssignment:
      compoundAssignment(node, .statement)
      return false
    case .macro:
      if let leaves = macroStatement(node, tail) { return leaves }
    case .unit:
      return false
    case .awaited:
      // `async { … }.await` runs right here.
      if case .discard = tail, let inner = inlined(node) { return statements(of: inner, .ends) }
    default: break
    }
    switch tail {
    case .discard:
      expression(node, .statement, [.discarded])
      return false
    case .returns: return returned(node, range(node), isWritten: false)
    case .value:
      if isError(node) { return returned(node, range(node), isWritten: false) }
      expression(node, .statement)
      return false
    case .ends:
      let ended = rs.unwrap(node)
      if isError(ended) { return returned(ended, range(node), isWritten: false) }
      let inner = argument(of: ended, calledAs: "Ok")
      if inner.map({ kind($0) == .unit }) != true { expression(inner ?? node, .statement) }
      return false
    case .assigns(let declaration):
      guard let pattern = child(declaration, fields.pattern) else { return false }
      core.builder.open(.assign, .statement, range(node), flags: [.declares])
      target(pattern, .target)
      let known = expression(node, .value)
      core.builder.close()
      give(known, to: pattern, declared: child(declaration, fields.type))
      return false
    }
  }

  // MARK: - let

  private mutating func letDeclaration(_ node: Int32) -> Bool {
    guard let pattern = child(node, fields.pattern) else {
      for part in rs.parts(node) { expression(part, .statement) }
      return false
    }
    guard let value = child(node, fields.value) else {
      declareNames(in: pattern, .local, type: child(node, fields.type).map { declaredType($0) } ?? 0)
      return false
    }
    if let alternative = child(node, fields.alternative) { return letElse(node, pattern, value, alternative) }
    let source = rs.unwrap(value)
    if kind(source) == .match, isAttempt(source) { return matchExpression(source, .statement, .assigns(node)) }
    let isIgnored = rs.isText(pattern, "_")
    let index = core.builder.open(.assign, .statement, range(node), flags: [.declares])
    if !isMutable(node) { core.builder.insert(.constant, at: index) }
    target(pattern, .target)
    let known = expression(value, .value, isIgnored ? [.voided] : [])
    core.builder.close()
    give(known, to: pattern, declared: child(node, fields.type))
    return false
  }

  private func isMutable(_ node: Int32) -> Bool { rs.has(.mutable, in: node) }

  /// `let Some(x) = f() else { … };`, `let Ok(x) = f() else { … };`
  private mutating func letElse(_ node: Int32, _ pattern: Int32, _ value: Int32, _ alternative: Int32) -> Bool {
    if isResultPattern(pattern, "Ok"), isWorthTrying(value) {
      core.builder.open(.attempt, .statement, range(node))
      core.builder.open(.block, .body, range(value))
      bindSuccess(pattern, of: value, range(node))
      core.builder.close()
      handler(nil, alternative) { $0.block(alternative, .body, .discard) }
      core.builder.close()
      return false
    }
    let inner = optionPattern(pattern)
    core.builder.open(.assign, .statement, range(node), flags: [.declares])
    target(inner ?? pattern, .target)
    let known = expression(value, .value)
    core.builder.close()
    give(known, to: inner ?? pattern, declared: nil)
    core.builder.open(.branch, .statement, range(node), flags: [.guard])
    let name = boundName(of: pattern)
    if inner != nil {
      core.builder.open(.condition, .condition, range(pattern), name: core.builder.name(Operator.isNull))
      if name == pattern { expression(value, .operand) } else { read(name, .operand) }
      core.builder.close()
    } else {
      core.builder.open(.condition, .condition, range(pattern), name: core.builder.name(Operator.not))
      core.builder.open(.condition, .operand, range(pattern), name: core.builder.name(Operator.isType))
      if name == pattern { expression(value, .operand) } else { read(name, .operand) }
      typeOf(pattern, .operand)
      core.builder.close()
      core.builder.close()
    }
    block(alternative, .arm, .discard)
    core.builder.close()
    return false
  }

  mutating func constant(_ node: Int32) {
    guard let name = child(node, fields.name), let value = child(node, fields.value) else { return }
    core.builder.open(.assign, .statement, range(node), flags: [.declares, .constant])
    let type = child(node, fields.type).map { declaredType($0) } ?? 0
    if !isModule {
      let certainty = type == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local, type: type, certainty: certainty))
    }
    read(core.place(range(name)), name, .target)
    expression(value, .value)
    core.builder.close()
  }

  // MARK: - Assignments

  mutating func assignment(_ node: Int32, _ role: Role) {
    guard let left = child(node, fields.left), let right = child(node, fields.right) else { return }
    let source = rs.unwrap(right)
    let isIgnored = rs.isText(left, "_")
    core.builder.open(.assign, role, range(node), flags: isIgnored ? [.declares] : [])
    target(left, .target)
    let known = expression(source, .value, isIgnored ? [.voided] : [])
    core.builder.close()
    if kind(left) == .identifier { core.assign(core.symbol(left), known) }
  }

  mutating func compoundAssignment(_ node: Int32, _ role: Role) {
    let mark = child(node, fields.operator).map { core.name($0) } ?? 0
    core.builder.open(.assign, role, range(node), name: mark)
    if let left = child(node, fields.left) { target(left, .target) }
    if let right = child(node, fields.right) { expression(right, .value) }
    core.builder.close()
  }

  /// Tells the scope what is known of the value that a pattern is given.
  mutating func give(_ known: Known, to pattern: Int32, declared: Int32?) {
    var type = declared.map { declaredType($0) } ?? 0
    var certainty = Certainty.declaredType
    if type == 0 {
      switch kind(pattern) {
      case .identifier, .mutPattern, .refPattern:
        let name = boundName(of: pattern)
        if case .thing = known.what {
          core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
          core.assign(core.symbol(name), known, reachesOut: false)
          return
        }
        type = core.type(of: known)
        certainty = if case .value = known.what { known.certainty } else { .constructor }
      default: break
      }
    }
    declareNames(in: pattern, .local, type: 0)
    guard type != 0 else { return }
    let name = boundName(of: pattern)
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local, type: type, certainty: certainty))
  }
}
