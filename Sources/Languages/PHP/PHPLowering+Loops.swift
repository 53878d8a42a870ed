import Behaviour
import TreeSitter

extension PHPLowering {
  mutating func foreach(_ node: Int32) {
    let body = child(node, fields.body)
    let parts = php.parts(node).filter { $0 != body && kind($0) != .textInterpolation }
    core.builder.open(.loop, .statement, range(node), detail: LoopKind.forEach.rawValue)
    if let iterable = parts.first { expression(iterable, .iterable) }
    if parts.count > 1 {
      if kind(parts[1]) == .pair {
        for part in php.children(parts[1]) where php.isPart(part) { element(part, [.destructured]) }
      } else {
        element(parts[1], [])
      }
    }
    loopBody(body, node)
    core.builder.close()
  }

  /// A place that gets each element in turn.
  private mutating func element(_ node: Int32, _ flags: NodeFlags) {
    let place = kind(node) == .byRef ? php.firstPart(node) ?? node : node
    target(place, .target, flags)
    give(.nothing, to: place)
  }

  /// `for (init; condition; update)`.
  mutating func forStatement(_ node: Int32) {
    let start = child(node, fields.initialize)
    let update = child(node, fields.update)
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    let loop: LoopKind = isEndless ? .endless : start == nil && update == nil ? .while : .counted
    core.builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    for part in start.map(several) ?? [] { expression(part, .value) }
    if let condition, !isEndless { expression(condition, .condition) }
    for part in update.map(several) ?? [] { expression(part, .operand, [.discarded]) }
    loopBody(child(node, fields.body), node)
    core.builder.close()
  }

  private func several(_ node: Int32) -> [Int32] { kind(node) == .sequence ? php.parts(node) : [node] }

  mutating func whileStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let condition, !isEndless { expression(condition, .condition) }
    loopBody(child(node, fields.body), node)
    core.builder.close()
  }

  mutating func doStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    loopBody(child(node, fields.body), node)
    if let condition, !isEndless { expression(condition, .condition) }
    core.builder.close()
  }

  private mutating func loopBody(_ body: Int32?, _ node: Int32) {
    if let body { block(body, .body) } else { emptyBlock(.body, endOf: node) }
  }

  /// `true`, `1`.
  private func isAlwaysTrue(_ condition: Int32) -> Bool {
    let plain = php.unwrap(condition)
    return kind(plain) == .boolean && php.text(plain).lowercased() == "true"
      || kind(plain) == .integer && php.isText(plain, "1")
  }
}
