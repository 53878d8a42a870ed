import Behaviour
import TreeSitter

extension PythonLowering {
  mutating func forStatement(_ node: Int32) {
    let iterable = child(node, fields.right)
    let isCounted = iterable.map(isRange) ?? false
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: (isCounted ? LoopKind.counted : .forEach).rawValue,
      flags: py.has(.async, in: node) ? [.async] : []
    )
    if let iterable { expression(iterable, .iterable) }
    if let left = child(node, fields.left) {
      target(left, .target)
      give(.nothing, to: left, declared: nil)
    }
    loopBody(node)
    core.builder.close()
  }

  mutating func whileStatement(_ node: Int32) {
    let condition = child(node, fields.condition).map(py.unwrap)
    let isEndless = condition.map { kind($0) == .true || py.isText($0, "1") } ?? false
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let condition, !isEndless { expression(condition, .condition) }
    loopBody(node)
    core.builder.close()
  }

  private mutating func loopBody(_ node: Int32) {
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    if let clause = child(node, fields.alternative), let body = child(clause, fields.body) { block(body, .otherwise) }
  }

  /// Whether an iterable counts: `range(n)`.
  private func isRange(_ node: Int32) -> Bool {
    guard kind(node) == .call, let callee = child(node, fields.function) else { return false }
    return py.isText(callee, "range") || py.isText(callee, "xrange")
  }
}
