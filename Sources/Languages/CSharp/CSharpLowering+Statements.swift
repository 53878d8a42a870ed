import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = cs[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    guard found.hasError, kind(node) != .block, units[node] == nil else { return write(node) }
    let start = core.builder.count
    let leaves = write(node)
    damage(in: node, since: start)
    return leaves
  }

  private mutating func write(_ node: Int32) -> Bool {
    switch kind(node) {
    case .expressionStatement:
      if let expression = cs.firstPart(node) { return statement(ofExpression: expression) }
    case .localDeclaration: localDeclaration(node)
    case .localFunction: if units[node] == nil { closure(node, .statement) }
    case .return:
      if let value = cs.firstPart(node) {
        returned(value, range(node))
      } else {
        core.builder.leaf(.return, .statement, range(node))
      }
      return true
    case .throw:
      thrown(cs.firstPart(node), range(node), .statement)
      return true
    case .break, .continue:
      let jump = kind(node) == .break ? JumpKind.break : .continue
      core.builder.leaf(.jump, .statement, range(node), detail: jump.rawValue)
      return true
    case .yield: return yieldStatement(node)
    case .if: return ifStatement(node)
    case .forEach: forEachStatement(node)
    case .for: forStatement(node)
    case .while: whileStatement(node)
    case .do: doStatement(node)
    case .try: return tryStatement(node)
    case .switch: return switchStatement(node)
    case .usingStatement: return usingStatement(node)
    case .lock: return lockStatement(node)
    case .block: return statements(of: node)
    case .checked, .unsafe: if let block = cs.first(.block, in: node) { return statements(of: block) }
    case .fixed:
      if let declaration = cs.first(.variableDeclaration, in: node) { self.declaration(declaration, .statement) }
      if let body = cs.lastPart(node) { return statement(body) }
    case .labeled: if let body = cs.lastPart(node) { return statement(body) }
    case .globalStatement: if let inner = cs.firstPart(node) { return statement(inner) }
    case .preprocIf: preprocessorBranch(node)
    case .class, .struct, .record, .method, .constructor, .property: break
    case .empty, .comment, .usingDirective, .preprocRegion, .preprocEndRegion, .preprocPragma, .preprocNullable,
      .preprocError, .preprocWarning, .preprocLine, .preprocDefine, .preprocUndef, .shebang, .externAlias, .field,
      .interface, .enum, .delegateDeclaration, .globalAttribute, .attributeList, .modifier, .indexer, .event,
      .eventField, .namespace, .fileNamespace, .declarationList:
      break
    default: return statement(ofExpression: node)
    }
    return false
  }

  /// An expression on its own.
  @discardableResult
  mutating func statement(ofExpression node: Int32) -> Bool {
    let plain = cs.unwrap(node)
    switch kind(plain) {
    case .throwExpression:
      thrown(cs.firstPart(plain), range(node), .statement)
      return true
    case .assignment: return assignmentStatement(plain)
    default:
      // `f().ConfigureAwait(false);`: nobody awaits it, and a task it is.
      let inner = withoutContext(node)
      expression(inner, .statement, inner == node ? [.discarded] : [.discarded, .task])
    }
    return false
  }

  /// `#if`: which of its parts is compiled, something outside decides.
  private mutating func preprocessorBranch(_ node: Int32) {
    core.builder.open(.branch, .statement, range(node))
    let condition = child(node, fields.condition)
    if let condition {
      core.builder.leaf(
        .literal,
        .condition,
        range(condition),
        name: nameID(condition),
        detail: LiteralKind.other.rawValue
      )
    }
    let alternative = child(node, fields.alternative)
    core.builder.open(.block, .arm, range(node))
    _ = statements(
      cs.children(node).lazy.filter { $0 != condition && $0 != alternative },
      until: alternative.map { range($0).lowerBound } ?? range(node).upperBound
    )
    core.builder.close()
    if let alternative {
      core.builder.open(.block, .otherwise, range(alternative))
      if kind(alternative) == .preprocElif, enter(alternative, .statement) {
        preprocessorBranch(alternative)
        nesting -= 1
      } else if kind(alternative) == .preprocElse {
        _ = statements(cs.children(alternative), until: range(alternative).upperBound)
      }
      core.builder.close()
    }
    core.builder.close()
  }

  // MARK: - Leaving

  /// Writes that a value is returned. A task that is finished is its value, or its failure.
  mutating func returned(_ value: Int32, _ bytes: Range<Int>) {
    let plain = cs.unwrap(value)
    if kind(plain) == .throwExpression {
      thrown(cs.firstPart(plain), bytes, .statement)
      return
    }
    if kind(plain) == .call, let callee = child(plain, fields.function), kind(callee) == .member,
      let object = child(callee, fields.expression), cs.isText(object, "Task") || cs.isText(object, "ValueTask"),
      let name = child(callee, fields.name).map(cs.plain), let only = cs.arguments(of: plain).first,
      let given = cs.value(ofArgument: only)
    {
      if cs.isText(name, "FromResult") {
        return returned(given, bytes)
      }
      if cs.isText(name, "FromException") {
        core.builder.open(.raise, .statement, bytes)
        expression(given, .value)
        core.builder.close()
        return
      }
    }
    if kind(plain) == .member, cs.isText(plain, "Task.CompletedTask") || cs.isText(plain, "ValueTask.CompletedTask") {
      core.builder.leaf(.return, .statement, bytes)
      return
    }
    if let (left, failure) = orThrow(plain), cs.isDotted(left) {
      missing(left, failure)
      return returned(left, bytes)
    }
    core.builder.open(.return, .statement, bytes)
    expression(value, .value, [.returned])
    core.builder.close()
  }

  /// `value ?? throw failure`, taken apart.
  func orThrow(_ node: Int32) -> (left: Int32, failure: Int32)? {
    guard kind(node) == .binary, let sign = child(node, fields.operator), cs.isText(sign, "??"),
      let left = child(node, fields.left), let right = child(node, fields.right).map(cs.unwrap),
      kind(right) == .throwExpression
    else { return nil }
    return (cs.unwrap(left), right)
  }

  /// Writes that code leaves with a failure where a place holds nothing.
  mutating func missing(_ place: Int32, _ failure: Int32) {
    guard !core.isTooDeep else { return core.unknown(.statement, failure) }
    let bytes = range(place).lowerBound..<max(range(place).lowerBound, range(failure).upperBound)
    core.builder.open(.branch, .statement, bytes, flags: [.guard])
    core.builder.open(.condition, .condition, range(place), name: core.builder.name(Operator.isNull))
    expression(place, .operand)
    core.builder.close()
    core.builder.open(.block, .arm, range(failure))
    thrown(cs.firstPart(failure), range(failure), .statement)
    core.builder.close()
    core.builder.close()
  }

  /// `throw`: without a value, or with the one that the handler at hand caught, the failure goes on.
  mutating func thrown(_ value: Int32?, _ bytes: Range<Int>, _ role: Role) {
    guard let value else {
      core.builder.leaf(.propagate, role, bytes)
      return
    }
    let plain = cs.unwrap(value)
    if kind(plain) == .identifier, let caught = function.caught.last, caught != 0, self.symbol(plain) == caught {
      core.builder.open(.propagate, role, bytes)
      expression(plain, .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, role, bytes)
    if kind(plain) == .new || kind(plain) == .implicitNew, let cause = cause(among: cs.arguments(of: plain)) {
      new(plain, .value, [], without: cause.argument)
      expression(cause.value, .cause)
    } else {
      expression(value, .value)
    }
    core.builder.close()
  }

  /// The argument of a new failure that is the failure at hand.
  private mutating func cause(among arguments: [Int32]) -> (argument: Int32, value: Int32)? {
    for argument in arguments.reversed() {
      guard let value = cs.value(ofArgument: argument), kind(value) == .identifier else { continue }
      let symbol = self.symbol(value)
      if function.caught.contains(symbol) { return (argument, value) }
    }
    return nil
  }

  private mutating func yieldStatement(_ node: Int32) -> Bool {
    function.yields = true
    guard let value = cs.firstPart(node) else {
      core.builder.leaf(.return, .statement, range(node))
      return true
    }
    core.builder.open(.yield, .statement, range(node))
    expression(value, .value)
    core.builder.close()
    return false
  }
}
