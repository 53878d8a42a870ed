import Behaviour
import TreeSitter

extension JavaLowering {
  /// `if`, with each `else if` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause: Int32 = node
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      if let condition = child(clause, fields.condition) { expression(condition, .condition) }
      if let body = child(clause, fields.consequence) {
        branches.append((index, block(body, .arm)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
      guard let next = child(clause, fields.alternative) else { break }
      guard kind(next) == .if else {
        leaves = block(next, .otherwise)
        break
      }
      guard !core.isTooDeep else {
        core.unknown(.otherwise, next)
        break
      }
      core.builder.open(.block, .otherwise, range(next).lowerBound..<end)
      clause = next
    }
    return close(branches, otherwise: leaves)
  }

  /// A value if a condition holds, else another.
  mutating func ternary(_ node: Int32, _ role: Role) {
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    if let value = child(node, fields.consequence) { expression(value, .arm) }
    if let value = child(node, fields.alternative) { expression(value, .otherwise) }
    core.builder.close()
  }

  // MARK: - Loops

  mutating func forEachStatement(_ node: Int32) {
    core.builder.open(.loop, .statement, range(node), detail: LoopKind.forEach.rawValue)
    if let value = child(node, fields.value) { expression(value, .iterable) }
    if let name = child(node, fields.name) {
      declare(name, isAtTop ? .static : .local, type: child(node, fields.type))
      read(core.place(range(name)), name, .target)
    }
    loopBody(node)
    core.builder.close()
  }

  mutating func forStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    let hasStart = child(node, fields.initial) != nil
    let isCounted = hasStart || child(node, fields.update) != nil
    let loop: LoopKind = isEndless ? .endless : isCounted ? .counted : .while
    core.builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    for part in java.children(node) where java[part].field == fields.initial && java.isPart(part) {
      if kind(part) == .localVariable {
        localVariable(part, .value)
      } else {
        expression(part, .value)
      }
    }
    if let condition, !isEndless { expression(condition, .condition) }
    for part in java.children(node) where java[part].field == fields.update && java.isPart(part) {
      expression(part, .operand, [.discarded])
    }
    loopBody(node)
    core.builder.close()
  }

  /// `while`, `do`.
  mutating func whileStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    let asksLast = kind(node) == .do
    if asksLast { loopBody(node) }
    if let condition, !isEndless { expression(condition, .condition) }
    if !asksLast { loopBody(node) }
    core.builder.close()
  }

  private mutating func loopBody(_ node: Int32) {
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
  }

  private func isAlwaysTrue(_ condition: Int32) -> Bool { kind(java.unwrap(condition)) == .true }
}
