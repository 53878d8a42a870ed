import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `for … of`, `for … in`, `for await`.
  mutating func forInStatement(_ node: Int32) {
    let flags: NodeFlags = js.has(.await, in: node) ? .async : []
    builder.open(.loop, .statement, range(node), detail: LoopKind.forEach.rawValue, flags: flags)
    var known = KnownValue.nothing
    if let right = js.child(node, fields.right) { known = expression(right, .iterable) }
    _ = known
    scope.enterBlock()
    if let left = js.child(node, fields.left) {
      target(left, declares: js.child(node, fields.kind) != nil)
    }
    if let body = js.child(node, fields.body) { block(body, .body) }
    scope.leaveBlock()
    builder.close()
  }

  /// `for (init; condition; update)`.
  mutating func forStatement(_ node: Int32) {
    let condition = js.child(node, fields.condition).flatMap { kind($0) == .emptyStatement ? nil : $0 }
    let update = js.child(node, fields.increment)
    let start = js.child(node, fields.initializer).flatMap { kind($0) == .emptyStatement ? nil : $0 }
    let isEndless = condition == nil || condition.map(isAlwaysTrue) == true
    let loop: LoopKind = isEndless ? .endless : start == nil && update == nil ? .while : .counted
    builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    scope.enterBlock()
    if let start {
      switch kind(start) {
      case .lexicalDeclaration, .variableDeclaration: declaration(start, .value)
      default: expression(start, .value)
      }
    }
    if let condition, !isEndless { expression(condition, .condition) }
    if let update { expression(update, .operand, .discarded) }
    if let body = js.child(node, fields.body) { block(body, .body) }
    scope.leaveBlock()
    builder.close()
  }

  mutating func whileStatement(_ node: Int32) {
    let condition = js.child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    let loop: LoopKind = isEndless ? .endless : .while
    builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    if let condition, !isEndless { expression(condition, .condition) }
    if let body = js.child(node, fields.body) { block(body, .body) }
    builder.close()
  }

  mutating func doStatement(_ node: Int32) {
    let condition = js.child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    let loop: LoopKind = isEndless ? .endless : .while
    builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    if let body = js.child(node, fields.body) { block(body, .body) }
    if let condition, !isEndless { expression(condition, .condition) }
    builder.close()
  }

  /// `true`, `1`.
  private func isAlwaysTrue(_ condition: Int32) -> Bool {
    let plain = js.unwrap(condition)
    return kind(plain) == .true || kind(plain) == .number && js.isText(plain, "1")
  }
}
