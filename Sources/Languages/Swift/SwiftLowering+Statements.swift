import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Writes a statement: one node, none where it does nothing, several where it holds other statements.
  ///
  /// - Returns: whether it leaves the way of control.
  @discardableResult
  mutating func statement(_ node: Int32) -> Bool {
    guard enter(node, .statement) else { return false }
    defer { nesting -= 1 }
    let found = sw[node]
    if found.isError || found.isMissing {
      if sw.isDamage(node) { broken(node) }
      return false
    }
    // A function at top level is a unit of its own, with what is broken in it.
    guard found.hasError, !isAtTop || !isDeclaration(node) else { return write(node) }
    let start = core.builder.count
    let leaves = write(node)
    damage(in: node, since: start)
    return leaves
  }

  private func isDeclaration(_ node: Int32) -> Bool { kind(node) == .function || kind(node) == .type }

  private mutating func write(_ node: Int32) -> Bool {
    switch kind(node) {
    case .property: property(node)
    case .assignment: assignment(node, .statement)
    case .transfer: return transfer(node)
    case .if: return ifStatement(node)
    case .guard: guardStatement(node)
    case .switch: return switchStatement(node, .statement)
    case .for: forStatement(node)
    case .while: whileStatement(node)
    case .repeatWhile: repeatStatement(node)
    case .do: return doStatement(node, finalizer: nil)
    case .function: if !isAtTop { localFunction(node) }
    case .type: typeDeclaration(node)
    case .enumEntry: break
    case .initializer, .deinitializer: if !isAtTop { localFunction(node) }
    case .subscript, .protocol, .import, .typeAlias, .associatedType, .operator, .precedenceGroup, .macro, .discard:
      break
    case .statements: return statements(of: node)
    case .call: return call(statement: node)
    case .macroUse:
      if macro(node, .statement, [.discarded]) { break }
      expression(node, .statement, [.discarded])
    default: expression(node, .statement, [.discarded])
    }
    return false
  }

  /// A call that stands as a statement; some leave, some guard what follows.
  private mutating func call(statement node: Int32) -> Bool {
    if let callee = sw.firstPart(node), kind(callee) == .identifier {
      if let body = deferredBody(node) {
        if let statements = sw.body(body) { self.statements(of: statements) }
        return false
      }
      if sw.isText(callee, "fatalError") || sw.isText(callee, "preconditionFailure") {
        // Ends the process.
        expression(node, .statement, [.discarded])
        return true
      }
      if sw.isText(callee, "precondition") {
        precondition(node)
        return false
      }
    }
    if held(node, .statement) { return false }
    expression(node, .statement, [.discarded])
    return false
  }

  /// `precondition(holds, "text")`: where it does not hold, nothing goes on.
  private mutating func precondition(_ node: Int32) {
    let given = sw.first(.callSuffix, in: node).map { arguments(of: $0) } ?? []
    core.builder.open(.branch, .statement, range(node), flags: [.guard])
    if let condition = given.first?.value { negated(condition, .condition) }
    core.builder.open(.block, .arm, range(node))
    core.builder.open(.raise, .statement, range(node))
    if given.count > 1 { expression(given[1].value, .value) }
    core.builder.close()
    core.builder.close()
    core.builder.close()
  }

  // MARK: - Leaving

  /// `return`, `throw`, `break`, `continue`, `yield`.
  private mutating func transfer(_ node: Int32) -> Bool {
    if sw.has(.throwWord, in: node) {
      raise(node)
      return true
    }
    switch sw.firstByte(node) {
    case UInt8(ascii: "r"):
      guard let value = sw.firstPart(node) else {
        core.builder.leaf(.return, .statement, range(node))
        return true
      }
      returned(value, range(node))
      return true
    case UInt8(ascii: "b"):
      core.builder.leaf(.jump, .statement, range(node), detail: JumpKind.break.rawValue)
      return true
    case UInt8(ascii: "c"):
      core.builder.leaf(.jump, .statement, range(node), detail: JumpKind.continue.rawValue)
      return true
    default:
      core.builder.open(.yield, .statement, range(node))
      if let value = sw.firstPart(node) { expression(value, .value) }
      core.builder.close()
      return false
    }
  }

  /// Writes that a value is what the function gives. A choice gives it in each of its arms.
  mutating func returned(_ value: Int32, _ bytes: Range<Int>? = nil) {
    let plain = sw.unwrap(value)
    if kind(plain) == .macroUse, macro(plain, .statement, [.discarded]) { return }
    if held(plain, .statement, returns: true) { return }
    core.builder.open(.return, .statement, bytes ?? range(value))
    expression(value, .value, [.returned])
    core.builder.close()
  }

  private mutating func raise(_ node: Int32) {
    guard let thrown = sw.parts(node).first(where: { kind($0) != .throwWord }) else {
      core.builder.leaf(.raise, .statement, range(node))
      return
    }
    let value = sw.unwrap(thrown)
    if kind(value) == .identifier, let caught = function.caught.last, caught != 0, caught == core.symbol(value) {
      core.builder.open(.propagate, .statement, range(node))
      expression(value, .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, .statement, range(node))
    let cause = cause(in: value)
    let outside = omitted
    if let cause { omitted = cause.argument }
    expression(value, .value)
    omitted = outside
    if let cause { expression(cause.value, .cause) }
    core.builder.close()
  }

  /// The error that caused another, where it is given to that by a label which says so.
  private func cause(in value: Int32) -> (argument: Int32, value: Int32)? {
    guard kind(value) == .call || kind(value) == .constructor,
      let suffix = sw.first(.callSuffix, in: value) ?? sw.first(.constructorSuffix, in: value)
    else { return nil }
    for given in arguments(of: suffix) {
      guard let label = given.label else { continue }
      for word in SwiftLowering.causeLabels where sw.isText(label, word) { return (given.node, given.value) }
    }
    return nil
  }

  private static let causeLabels: [StaticString] = ["cause", "underlying", "underlyingError", "wrapping"]
}
