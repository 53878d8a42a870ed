import Behaviour
import TreeSitter

extension RustLowering {
  mutating func returnExpression(_ node: Int32) {
    guard let value = rs.firstPart(node) else {
      core.builder.leaf(.return, .statement, range(node))
      return
    }
    _ = returned(value, range(node), isWritten: true)
  }

  /// Writes what a function gives: a value, or a failure that leaves.
  ///
  /// - Parameter isWritten: whether `return` stands there; else it is the last expression.
  /// - Returns: whether it leaves: the end of a function does not.
  @discardableResult
  mutating func returned(_ node: Int32, _ bytes: Range<Int>, isWritten: Bool) -> Bool {
    let value = rs.unwrap(node)
    if let inner = argument(of: value, calledAs: "Ok") {
      // There is nothing to give but that it went well.
      if kind(inner) == .unit {
        if isWritten { core.builder.leaf(.return, .statement, bytes) }
        return isWritten
      }
      core.builder.open(.return, .statement, bytes)
      expression(inner, .value, [.returned])
      core.builder.close()
      return true
    }
    if let error = argument(of: value, calledAs: "Err") {
      raise(error, bytes)
      return true
    }
    if kind(value) == .unit {
      if isWritten { core.builder.leaf(.return, .statement, bytes) }
      return isWritten
    }
    if kind(value) == .macro, let leaves = failingMacro(value, bytes) { return leaves }
    if isWritten, kind(value) == .match, isAttempt(value) { return matchExpression(value, .statement, .returns) }
    core.builder.open(.return, .statement, bytes)
    var use: NodeFlags = [.returned]
    if function.givesResult { use.insert(.propagated) }
    expression(node, .value, use)
    core.builder.close()
    return true
  }

  /// Writes that a failure leaves: the one at hand goes on, or a new one is made.
  mutating func raise(_ error: Int32, _ bytes: Range<Int>, role: Role = .statement) {
    if isErrorInHand(error) {
      core.builder.open(.propagate, role, bytes)
      expression(withoutConversion(error), .value)
      core.builder.close()
      return
    }
    core.builder.open(.raise, role, bytes)
    expression(error, .value)
    core.builder.close()
  }

  /// `e`, `e.into()`, `From::from(e)`.
  mutating func isErrorInHand(_ node: Int32) -> Bool {
    let inner = withoutConversion(node)
    guard kind(inner) == .identifier, let caught = function.caught.last, caught != 0 else { return false }
    return core.symbol(inner) == caught
  }

  func withoutConversion(_ node: Int32) -> Int32 {
    let node = rs.unwrap(node)
    guard kind(node) == .call, let callee = child(node, fields.function) else { return node }
    if kind(callee) == .member, let name = child(callee, fields.field), rs.isText(name, "into"),
      let value = child(callee, fields.value)
    {
      return rs.unwrap(value)
    }
    let given = arguments(of: node)
    if given.count == 1, rs.isPath(callee), rs.isText(rs.lastName(callee), "from") { return rs.unwrap(given[0]) }
    return node
  }

  func isError(_ node: Int32) -> Bool { argument(of: rs.unwrap(node), calledAs: "Err") != nil }

  /// The only argument of a call of a plain name: `Ok(x)`, `Err(e)`, `Some(x)`.
  func argument(of node: Int32, calledAs name: StaticString) -> Int32? {
    guard kind(node) == .call, let callee = child(node, fields.function), rs.isPath(callee),
      rs.isText(rs.lastName(callee), name)
    else { return nil }
    let given = arguments(of: node)
    return given.count == 1 ? given[0] : nil
  }

  mutating func jump(_ node: Int32, _ role: Role) {
    let isBreak = kind(node) == .breaking
    let detail = (isBreak ? JumpKind.break : .continue).rawValue
    core.builder.open(.jump, role, range(node), detail: detail)
    if isBreak, let value = rs.firstPart(node), kind(value) != .label { expression(value, .value) }
    core.builder.close()
  }
}
