import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = php[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    // A function at top level is a unit of its own, with what is broken in it.
    guard found.hasError, !isAtTop || !isDeclaration(node) else { return write(node) }
    let start = core.builder.count
    let leaves = write(node)
    damage(in: node, since: start)
    return leaves
  }

  private func isDeclaration(_ node: Int32) -> Bool { kind(node) == .function || php.isType(node) }

  private mutating func write(_ node: Int32) -> Bool {
    switch kind(node) {
    case .expressionStatement: return expressionStatement(node)
    case .echo: wordCall("echo", node, .statement, [.discarded])
    case .return:
      returnStatement(node)
      return true
    case .exit:
      wordCall("exit", node, .statement, [.discarded])
      return true
    case .break, .continue:
      let jump = kind(node) == .break ? JumpKind.break : .continue
      // `continue 2` goes on with the loop around this one.
      let levels = php.firstPart(node).map { core.name($0) } ?? 0
      core.builder.leaf(.jump, .statement, range(node), name: levels, detail: jump.rawValue)
      return true
    case .goto:
      core.builder.leaf(.jump, .statement, range(node), detail: JumpKind.continue.rawValue)
      return true
    case .if: return ifStatement(node)
    case .switch: return switchStatement(node)
    case .foreach: foreach(node)
    case .for: forStatement(node)
    case .while: whileStatement(node)
    case .do: doStatement(node)
    case .try: tryStatement(node)
    case .compound, .colonBlock: return statements(of: node)
    case .declare:
      for part in php.children(node) where kind(part) == .compound || kind(part) == .colonBlock {
        return statements(of: part)
      }
    case .namespace: if let body = child(node, fields.body) { return statements(of: body) }
    case .function:
      if !isAtTop { closure(node, .statement) }
    case .class, .trait, .interface, .enum:
      if !isAtTop { methods(of: node) }
    case .unset: unset(node)
    case .staticVariables: staticVariables(node)
    case .global: globals(node)
    case .const: constants(node)
    case .use, .empty, .label, .textInterpolation, .tag, .endTag, .text, .comment, .declareDirective: break
    default: return expressionStatement(ofExpression: node)
    }
    return false
  }

  // MARK: - Expressions on their own

  private mutating func expressionStatement(_ node: Int32) -> Bool {
    guard let expression = php.firstPart(node) else { return false }
    if isEchoed(expression) {
      plainEcho(expression)
      return false
    }
    return expressionStatement(ofExpression: expression)
  }

  /// `<?= $total ?>` writes its value.
  private func isEchoed(_ node: Int32) -> Bool {
    var at = range(node).lowerBound
    let bytes = core.source.bytes
    while at > 0, at <= bytes.count, bytes[at - 1] <= UInt8(ascii: " ") { at -= 1 }
    return at >= 3 && core.source.isText(at - 3..<at, "<?=")
  }

  private mutating func plainEcho(_ node: Int32) {
    let name = core.builder.name("echo")
    core.builder.open(
      .call,
      .statement,
      range(node),
      name: name,
      path: name,
      detail: Certainty.import.rawValue,
      flags: [.discarded]
    )
    plainArgument(node)
    core.builder.close()
  }

  private mutating func expressionStatement(ofExpression node: Int32) -> Bool {
    let plain = php.unwrap(node)
    switch kind(plain) {
    case .throw:
      raise(plain, .statement)
      return true
    case .match: return match(plain, .statement, [.discarded])
    case .suppression:
      suppressed(plain)
      return false
    case .conditional where child(plain, fields.body) != nil:
      choice(plain)
      return false
    case .sequence:
      for part in php.children(plain) where php.isPart(part) { expression(part, .statement, [.discarded]) }
      return false
    case .call:
      let leaves = child(plain, fields.function).map { php.isText($0, "exit") || php.isText($0, "die") } ?? false
      expression(plain, .statement, [.discarded])
      return leaves
    case .string: return false
    default: break
    }
    if let joined = connective(of: plain) {
      decision(plain, joined)
      return false
    }
    expression(plain, .statement, [.discarded])
    return false
  }

  /// `@unlink($path);`: what goes wrong, nobody hears of.
  private mutating func suppressed(_ node: Int32) {
    guard let inner = php.firstPart(node).map(php.unwrap), canFail(inner) else {
      if let inner = php.firstPart(node) { expression(inner, .statement, [.discarded]) }
      return
    }
    core.builder.open(.attempt, .statement, range(node), flags: [.byCall])
    core.builder.open(.block, .body, range(inner))
    expression(inner, .statement, [.discarded])
    core.builder.close()
    let mark = range(node).prefix(1)
    core.builder.open(.handler, .handler, mark)
    // Errors that are thrown go on; what is swallowed is a warning.
    core.builder.leaf(.read, .type, mark, name: core.builder.name("Warning"), detail: PlaceKind.static.rawValue)
    core.builder.leaf(.block, .body, mark)
    core.builder.close()
    core.builder.close()
  }

  private func canFail(_ node: Int32) -> Bool {
    switch kind(node) {
    case .call:
      return child(node, fields.function).map { !PHPLowering.settling.contains(php.dotted($0)) } ?? true
    case .memberCall, .nullsafeMemberCall, .scopedCall, .include, .includeOnce, .require, .requireOnce: return true
    default: return false
    }
  }

  /// Whoever silences these wants a state, not an act: the folder is there afterwards, the file is gone, or what needs
  /// that fails.
  private static let settling: Set<String> = [
    "mkdir", "rmdir", "unlink", "chmod", "chown", "chgrp", "touch", "fclose", "closedir", "ini_set", "set_time_limit",
    "error_reporting", "ob_end_clean", "ob_end_flush", "session_start", "setlocale", "header",
  ]

  /// `open() or die();`, `$ready && go();`
  private mutating func decision(_ node: Int32, _ joined: (word: String, left: Int32, right: Int32)) {
    let index = core.builder.open(.branch, .statement, range(node))
    if joined.word == Operator.and {
      expression(joined.left, .condition)
    } else {
      core.builder.open(.condition, .condition, range(joined.left), name: core.builder.name(Operator.not))
      expression(joined.left, .operand)
      core.builder.close()
    }
    if arm(joined.right, .arm) { core.builder.insert(.guard, at: index) }
    core.builder.close()
  }

  private mutating func choice(_ node: Int32) {
    core.builder.open(.branch, .statement, range(node))
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    if let body = child(node, fields.body) { arm(body, .arm) }
    if let alternative = child(node, fields.alternative) { arm(alternative, .otherwise) }
    core.builder.close()
  }

  /// An expression in a block of its own.
  @discardableResult
  mutating func arm(_ node: Int32, _ role: Role) -> Bool {
    core.builder.open(.block, role, range(node))
    defer { core.builder.close() }
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    return expressionStatement(ofExpression: node)
  }

  // MARK: - Leaving

  private mutating func returnStatement(_ node: Int32) {
    guard let value = php.firstPart(node) else {
      core.builder.leaf(.return, .statement, range(node))
      return
    }
    returned(value, range(node))
  }

  mutating func returned(_ value: Int32, _ range: Range<Int>) {
    core.builder.open(.return, .statement, range)
    expression(value, .value, [.returned])
    core.builder.close()
  }

  mutating func raise(_ node: Int32, _ role: Role) {
    guard let value = php.firstPart(node).map(php.unwrap) else {
      core.builder.leaf(.raise, role, range(node))
      return
    }
    if kind(value) == .variable, function.caught.contains(core.symbol(value)) {
      core.builder.open(.propagate, role, range(node))
      expression(value, .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, role, range(node))
    if kind(value) == .new, let cause = causeArgument(of: value), let error = self.value(of: cause) {
      new(value, .value, [], without: cause)
      expression(error, .cause)
    } else {
      expression(value, .value)
    }
    core.builder.close()
  }

  /// The argument of a new error that hands on the one at hand: by PHP's habit the third, or the one named so.
  private mutating func causeArgument(of error: Int32) -> Int32? {
    guard let list = php.first(.arguments, in: error) else { return nil }
    for (position, argument) in php.parts(list).enumerated() {
      guard let value = value(of: argument), kind(value) == .variable, function.caught.contains(core.symbol(value))
      else { continue }
      if let label = child(argument, fields.name) {
        if php.isText(label, "previous") { return argument }
      } else if position >= 2 {
        return argument
      }
    }
    return nil
  }

  // MARK: - Names

  private mutating func unset(_ node: Int32) {
    core.builder.open(.operation, .statement, range(node), name: core.builder.name("delete"))
    for part in php.children(node) where php.isPart(part) { expression(part, .operand) }
    core.builder.close()
  }

  private mutating func staticVariables(_ node: Int32) {
    for variable in php.children(node) where kind(variable) == .staticVariable {
      guard let name = child(variable, fields.name) else { continue }
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: .static))
      guard let value = child(variable, fields.value) else { continue }
      core.builder.open(.assign, .statement, range(variable), flags: [.declares])
      read(name, .target)
      expression(value, .value)
      core.builder.close()
    }
  }

  private mutating func globals(_ node: Int32) {
    guard !isAtTop else { return }
    for name in php.children(node) where kind(name) == .variable { core.scope.declareOfFile(core.symbol(name)) }
  }

  private mutating func constants(_ node: Int32) {
    for element in php.children(node) where kind(element) == .constElement {
      let parts = php.parts(element)
      guard parts.count == 2 else { continue }
      core.builder.open(.assign, .statement, range(element), flags: [.declares, .constant])
      read(parts[0], .target)
      expression(parts[1], .value)
      core.builder.close()
    }
  }
}
