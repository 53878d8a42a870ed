import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Parameter tail: what becomes of its value, where it has one.
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32, _ tail: Tail) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = kt[node]
    if found.isError || found.isMissing {
      broken(node)
      return false
    }
    // What is a unit of its own has what is broken in it.
    guard found.hasError, !isAtTop || !isUnit(node) else { return write(node, tail) }
    let start = core.builder.count
    let leaves = write(node, tail)
    damage(in: node, since: start)
    return leaves
  }

  private func isUnit(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .class, .object: true
    default: false
    }
  }

  private mutating func write(_ node: Int32, _ tail: Tail) -> Bool {
    switch kind(node) {
    case .property: property(node)
    case .assignment: assignment(node)
    case .jump: return jump(node, .statement)
    case .if: return ifStatement(node, tail)
    case .when: return whenStatement(node, tail)
    case .try:
      return attempt(node, .statement, tail)
    case .for: forStatement(node)
    case .while: whileStatement(node)
    case .doWhile: doStatement(node)
    case .function:
      if !isAtTop { closure(ofFunction: node, .statement) }
    case .class, .object, .companion: type(node)
    case .initializer, .secondaryConstructor, .getter, .setter:
      if !isModule { member(node) }
    case .statements: return statements(of: node, tail)
    case .importList, .import, .package, .typeAlias, .fileAnnotation, .shebang, .label, .annotation, .lineComment,
      .blockComment, .modifiers, .typeParameters, .typeConstraints, .binding:
      break
    case .parenthesized: return statement(kt.unwrap(node), tail)
    case .call, .elvis, .infix:
      if let leaves = special(node, tail) { return leaves }
      value(node, tail)
    default: value(node, tail)
    }
    return false
  }

  /// Writes an expression that stands as a statement.
  private mutating func value(_ node: Int32, _ tail: Tail) {
    switch tail {
    case .discarded: expression(node, .statement, [.discarded])
    case .value: expression(node, .statement)
    case .returned:
      if isAtTop || isAssertion(node) || isIncrement(node) {
        expression(node, .statement, [.discarded])
        return
      }
      core.builder.open(.return, .statement, range(node))
      expression(node, .value, [.returned])
      core.builder.close()
    }
  }

  /// `i++` at the end of a function says nothing of what it returns.
  private func isIncrement(_ node: Int32) -> Bool {
    kind(node) == .postfix && (kt.has(.increment, in: node) || kt.has(.decrement, in: node))
  }

  /// `return`, `throw`, `break`, `continue`. Where nothing stands behind it, what it gives is nothing.
  ///
  /// - Returns: true.
  @discardableResult
  mutating func jump(_ node: Int32, _ role: Role) -> Bool {
    let value = kt.children(node).first { kt.isPart($0) && kind($0) != .label && !isLabelName($0, of: node) }
    if kt.starts(node, with: "throw") {
      raise(node, value, role)
    } else if kt.starts(node, with: "return") {
      guard let value else {
        core.builder.leaf(.return, role, range(node))
        return true
      }
      if role == .statement, isDistributed(value) {
        statement(value, .returned)
        return true
      }
      core.builder.open(.return, role, range(node))
      expression(value, .value, [.returned])
      core.builder.close()
    } else {
      let jump = kt.starts(node, with: "break") ? JumpKind.break : .continue
      core.builder.leaf(.jump, role, range(node), detail: jump.rawValue)
    }
    return true
  }

  /// The name behind `return@`.
  private func isLabelName(_ node: Int32, of jump: Int32) -> Bool {
    let start = range(node).lowerBound
    guard start > range(jump).lowerBound, start <= core.source.bytes.count else { return false }
    return core.source.bytes[start - 1] == UInt8(ascii: "@") && kind(node) == .identifier
  }

  /// Whether a value is a statement whose ends each give a value: `return try { … } catch …`.
  private func isDistributed(_ node: Int32) -> Bool {
    switch kind(kt.unwrap(node)) {
    case .try, .when: true
    case .if: hasBlocks(kt.unwrap(node))
    case .call: isSpecial(kt.unwrap(node))
    default: false
    }
  }

  /// `throw`: a new failure, or the one at hand.
  private mutating func raise(_ node: Int32, _ value: Int32?, _ role: Role) {
    guard let value else {
      core.builder.leaf(.raise, role, range(node))
      return
    }
    let raised = kt.unwrap(value)
    if isErrorInHand(raised) {
      core.builder.open(.propagate, role, range(node))
      expression(raised, .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, role, range(node))
    if let cause = cause(in: raised), let call = kt.call(raised) {
      let place = place(ofCallee: call.callee)
      core.builder.open(
        .call,
        .value,
        range(raised),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue,
        flags: [.constructs]
      )
      for argument in kt.given(call) where kt.value(ofArgument: argument) != cause { self.argument(argument) }
      core.builder.close()
      expression(cause, .cause)
    } else {
      expression(raised, .value)
    }
    core.builder.close()
  }

  private mutating func isErrorInHand(_ node: Int32) -> Bool {
    guard kind(node) == .identifier, let caught = function.caught.last, caught != 0 else { return false }
    return caught == core.symbol(node)
  }

  /// The error at hand, given to a new one behind a message or as its `cause`.
  private mutating func cause(in node: Int32) -> Int32? {
    guard let call = kt.call(node), let name = kt.calledName(call.callee), kt.namesType(name) else { return nil }
    let given = kt.given(call)
    for (index, argument) in given.enumerated() {
      guard let value = kt.value(ofArgument: argument), isErrorInHand(value) else { continue }
      if let label = kt.label(ofArgument: argument) { return kt.isText(label, "cause") ? value : nil }
      return index > 0 || given.count == 1 ? value : nil
    }
    return nil
  }
}
