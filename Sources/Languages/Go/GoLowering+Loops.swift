import Behaviour
import TreeSitter

extension GoLowering {
  mutating func forStatement(_ node: Int32) {
    let outside = function.breaksSwitch
    function.breaksSwitch = false
    defer { function.breaksSwitch = outside }
    for part in go.children(node) {
      switch kind(part) {
      case .rangeClause: return rangeLoop(node, part)
      case .forClause: return countedLoop(node, part)
      case .block: return whileLoop(node, nil)
      default: if go.isPart(part) { return whileLoop(node, part) }
      }
    }
    whileLoop(node, nil)
  }

  private mutating func rangeLoop(_ node: Int32, _ clause: Int32) {
    let iterable = child(clause, fields.right)
    // `for i := range 10` counts.
    let isCounted = iterable.map { kind($0) == .integer } ?? false
    core.builder.open(.loop, .statement, range(node), detail: (isCounted ? LoopKind.counted : .forEach).rawValue)
    if let iterable { expression(iterable, .iterable) }
    let targets = (child(clause, fields.left).map(go.parts) ?? []).filter { !go.isText($0, "_") }
    for part in targets {
      target(part, declares: true, targets.count > 1 ? [.destructured] : [])
      give(.nothing, to: part, declares: true)
    }
    loopBody(node)
  }

  private mutating func countedLoop(_ node: Int32, _ clause: Int32) {
    let start = child(clause, fields.initializer)
    let condition = child(clause, fields.condition).map(go.unwrap)
    let update = child(clause, fields.update)
    let isEndless = condition.map { kind($0) == .true } ?? true
    let loop: LoopKind = isEndless ? .endless : start == nil && update == nil ? .while : .counted
    core.builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    if let start { part(start, .value) }
    if let condition, !isEndless { expression(condition, .condition) }
    if let update { part(update, .operand) }
    loopBody(node)
  }

  /// A small statement in the head of a loop.
  private mutating func part(_ node: Int32, _ role: Role) {
    switch kind(node) {
    case .assignment, .shortVar: assignment(node, role)
    case .increment, .decrement: increment(node, role)
    default: expression(kind(node) == .expressionStatement ? go.firstPart(node) ?? node : node, role)
    }
  }

  private mutating func whileLoop(_ node: Int32, _ condition: Int32?) {
    let isEndless = condition.map { kind(go.unwrap($0)) == .true } ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let condition, !isEndless { expression(condition, .condition) }
    loopBody(node)
  }

  private mutating func loopBody(_ node: Int32) {
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    core.builder.close()
  }
}
