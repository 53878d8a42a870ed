import Behaviour
import TreeSitter

extension PythonLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = py[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    // A function at top level is a unit of its own, with what is broken in it.
    guard found.hasError, !isAtTop || kind(py.definition(node)) != .function else { return write(node) }
    let start = core.builder.count
    let leaves = write(node)
    damage(in: node, since: start)
    return leaves
  }

  private mutating func write(_ node: Int32) -> Bool {
    switch kind(node) {
    case .assignment: assignment(node, .statement)
    case .augmentedAssignment: augmentedAssignment(node)
    case .return:
      core.builder.open(.return, .statement, range(node))
      if let value = py.firstPart(node) { expression(value, .value, [.returned]) }
      core.builder.close()
      return true
    case .raise:
      raise(node)
      return true
    case .break, .continue:
      let jump = kind(node) == .break ? JumpKind.break : .continue
      core.builder.leaf(.jump, .statement, range(node), detail: jump.rawValue)
      return true
    case .if: return ifStatement(node)
    case .for: forStatement(node)
    case .while: whileStatement(node)
    case .try: tryStatement(node)
    case .with: return withStatement(node)
    case .match: return matchStatement(node)
    case .function:
      if !isAtTop { closure(node, decoratedBy: nil) }
    case .class: classDefinition(node)
    case .decorated: decorated(node)
    case .assert: assertStatement(node)
    case .delete: delete(node)
    case .import, .importFrom: importStatement(node)
    case .global, .nonlocal: declareNames(of: node)
    case .print, .exec: wordStatement(node)
    case .block: return statements(of: node)
    case .pass, .futureImport, .typeAlias, .comment, .ellipsis: break
    case .string, .concatenatedString:
      // A bare text says something to people; only what it has computed in it does something.
      if isInterpolated(node) { expression(node, .statement, [.discarded]) }
    default: expression(node, .statement, [.discarded])
    }
    return false
  }

  private mutating func decorated(_ node: Int32) {
    let definition = py.definition(node)
    switch kind(definition) {
    case .function:
      if !isAtTop { closure(definition, decoratedBy: node) }
    case .class:
      decorators(of: node)
      classDefinition(definition)
    default: unknownConstruct(node, .statement)
    }
  }

  /// The statements of a class's body run where it stands; its methods are closures, at top level units.
  private mutating func classDefinition(_ node: Int32) {
    if let name = child(node, fields.name), !isAtTop {
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local))
    }
    if let bases = child(node, fields.superclasses) {
      for base in py.parts(bases) where kind(base) == .call { expression(base, .statement) }
    }
    guard let body = child(node, fields.body) else { return }
    let outside = isInType
    isInType = true
    defer { isInType = outside }
    if isAtTop {
      // What a class's body names are members of the class, not names of the file.
      core.scope.enterClosure()
      statements(of: body)
      core.scope.leaveClosure()
    } else {
      statements(of: body)
    }
  }

  private mutating func raise(_ node: Int32) {
    let cause = child(node, fields.cause)
    let value = py.firstPart(node).flatMap { $0 == cause ? nil : $0 }
    if cause == nil {
      guard let value else {
        core.builder.leaf(.propagate, .statement, range(node))
        return
      }
      if isErrorInHand(value) {
        core.builder.open(.propagate, .statement, range(node))
        expression(value, .value)
        core.builder.close()
        return
      }
    }
    let isCauseless = cause.map { kind($0) == PythonKind.none } ?? false
    core.builder.open(.raise, .statement, range(node), flags: isCauseless ? [.withoutCause] : [])
    if let value { expression(value, .value) }
    if let cause, !isCauseless { expression(cause, .cause) }
    core.builder.close()
  }

  /// `error`, `error.with_traceback(…)`
  private mutating func isErrorInHand(_ node: Int32) -> Bool {
    guard kind(node) != .identifier else { return function.caught.last == core.symbol(node) }
    guard kind(node) == .call, let callee = child(node, fields.function), kind(callee) == .attribute,
      let object = child(callee, fields.object), kind(object) == .identifier,
      let member = child(callee, fields.attribute)
    else { return false }
    return py.isText(member, "with_traceback") && function.caught.last == core.symbol(object)
  }

  private mutating func delete(_ node: Int32) {
    core.builder.open(.operation, .statement, range(node), name: core.builder.name("delete"))
    for part in py.parts(node) {
      if kind(part) == .expressionList {
        for place in py.parts(part) { expression(place, .operand) }
      } else {
        expression(part, .operand)
      }
    }
    core.builder.close()
  }

  private mutating func importStatement(_ node: Int32) {
    guard !isAtTop || core.scope.depth > 0 else { return }
    for imported in py.imports(node) {
      let type = core.scope.symbol(imported.path)
      core.scope.declare(
        core.scope.symbol(imported.name),
        NameScope.Binding(kind: .static, type: type, certainty: .import, isAlias: true)
      )
    }
  }

  private mutating func declareNames(of node: Int32) {
    guard !isAtTop else { return }
    for name in py.parts(node) where kind(name) == .identifier {
      let symbol = core.symbol(name)
      if kind(node) == .global {
        core.scope.declareOfFile(symbol)
      } else {
        core.scope.declare(symbol, NameScope.Binding(kind: .captured))
      }
    }
  }

  /// `print x, y` and `exec code` of Python 2: calls in another dress.
  private mutating func wordStatement(_ node: Int32) {
    let word = kind(node) == .print ? "print" : "exec"
    let name = core.builder.name(word)
    let certainty = Certainty.import.rawValue
    core.builder.open(.call, .statement, range(node), name: name, path: name, detail: certainty, flags: [.discarded])
    for part in py.parts(node) {
      let value = kind(part) == .chevron ? py.firstPart(part) ?? part : part
      core.builder.open(.argument, .argument, range(value))
      expression(value, .value)
      core.builder.close()
    }
    core.builder.close()
  }
}
