import Behaviour
import TreeSitter

extension CSharpLowering {
  mutating func forEachStatement(_ node: Int32) {
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: LoopKind.forEach.rawValue,
      flags: cs.has(.awaitWord, in: node) ? [.async] : []
    )
    if let iterable = child(node, fields.right) { expression(withoutContext(iterable), .iterable) }
    if let left = child(node, fields.left) {
      if kind(left) == .identifier {
        declare(left, as: child(node, fields.type), .nothing)
        target(left, .target)
      } else {
        target(left, .target, declares: true)
      }
    }
    loopBody(node)
    core.builder.close()
  }

  mutating func forStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    let starts = cs.children(node).filter { cs[$0].field == fields.initializer && cs.isPart($0) }
    let updates = cs.children(node).filter { cs[$0].field == fields.update && cs.isPart($0) }
    let loop: LoopKind = isEndless ? .endless : starts.isEmpty && updates.isEmpty ? .while : .counted
    core.builder.open(.loop, .statement, range(node), detail: loop.rawValue)
    for start in starts {
      if kind(start) == .variableDeclaration { declaration(start, .value) } else { expression(start, .value) }
    }
    if let condition, !isEndless { expression(condition, .condition) }
    for update in updates { expression(update, .operand, [.discarded]) }
    loopBody(node)
    core.builder.close()
  }

  mutating func whileStatement(_ node: Int32) {
    let condition = child(node, fields.condition) ?? cs.firstPart(node)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let condition, !isEndless { expression(condition, .condition) }
    loopBody(node)
    core.builder.close()
  }

  mutating func doStatement(_ node: Int32) {
    let condition = child(node, fields.condition)
    let isEndless = condition.map(isAlwaysTrue) ?? true
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    loopBody(node)
    if let condition, !isEndless { expression(condition, .condition) }
    core.builder.close()
  }

  private mutating func loopBody(_ node: Int32) {
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
  }

  private func isAlwaysTrue(_ node: Int32) -> Bool { cs.isText(cs.unwrap(node), "true") }

  // MARK: - Queries

  /// `from order in orders where … select …`; a second `from` is a loop whose values are taken one by one.
  mutating func query(_ node: Int32, _ role: Role) {
    var depth = 0
    for clause in cs.children(node) where cs.isPart(clause) {
      switch kind(clause) {
      case .from:
        guard !core.isTooDeep else { continue }
        let start = depth == 0 ? range(node).lowerBound : range(clause).lowerBound
        let inner: Role = depth == 0 ? role : .value
        let bytes = start..<range(node).upperBound
        core.builder.open(.loop, inner, bytes, detail: LoopKind.comprehension.rawValue)
        depth += 1
        if let iterable = cs.lastPart(clause) { expression(iterable, .iterable) }
        if let name = child(clause, fields.name) { bind(name, .target, type: child(clause, fields.type)) }
      case .whereClause: if let condition = cs.firstPart(clause) { expression(condition, .condition) }
      case .letClause:
        let parts = cs.parts(clause)
        guard let name = parts.first, let value = parts.last, parts.count > 1 else { continue }
        core.builder.open(.assign, .statement, range(clause), flags: [.declares])
        bind(name, .target)
        expression(value, .value)
        core.builder.close()
      case .join: join(clause)
      case .orderBy: for part in cs.parts(clause) { expression(part, .operand) }
      case .select: if let value = cs.firstPart(clause) { expression(value, .value) }
      case .group:
        let parts = cs.parts(clause)
        if let key = parts.last, parts.count > 1 { expression(key, .index) }
        if let value = parts.first { expression(value, .value) }
      case .identifier: bind(clause, .target)
      default: expression(clause, depth == 0 ? role : .operand)
      }
    }
    for _ in 0..<depth { core.builder.close() }
  }

  private mutating func join(_ node: Int32) {
    let parts = cs.parts(node).filter { kind($0) != .joinInto }
    guard let name = parts.first else { return }
    bind(name, .target)
    // What is joined is gone through once, as the first is; what is compared is asked of each.
    for (position, part) in parts.dropFirst().enumerated() { expression(part, position == 0 ? .iterable : .operand) }
    if let into = cs.first(.joinInto, in: node), let name = cs.firstPart(into) { bind(name, .target) }
  }

  /// Declares a name and writes it.
  mutating func bind(_ name: Int32, _ role: Role, type: Int32? = nil, flags: NodeFlags = []) {
    declare(name, as: type, .nothing)
    read(name, role, flags)
  }
}
