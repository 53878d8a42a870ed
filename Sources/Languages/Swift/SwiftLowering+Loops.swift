import Behaviour
import TreeSitter

extension SwiftLowering {
  mutating func forStatement(_ node: Int32) {
    let iterable = child(node, fields.collection).map(sw.unwrap)
    let isCounted = iterable.map(counts) ?? false
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: (isCounted ? LoopKind.counted : .forEach).rawValue,
      flags: sw.has(.awaitWord, in: node) ? [.async] : []
    )
    if let iterable {
      let outside = isTrying
      isTrying = isTrying || sw.has(.tryOperator, in: node)
      expression(iterable, .iterable)
      isTrying = outside
    }
    if let item = child(node, fields.item) {
      if sw.has(.caseWord, in: item) {
        declareNames(in: item..<sw.next(item))
        for name in boundNames(in: item) { read(core.place(range(name)), name, .target, [.destructured]) }
      } else {
        patternTargets(item, [])
      }
    }
    let body = sw.body(node)
    if let clause = sw.first(.whereClause, in: node), let condition = condition(ofWhere: clause) {
      core.builder.open(.block, .body, body.map(range) ?? range(node))
      core.builder.open(.branch, .statement, range(clause), flags: [.guard])
      negated(condition, .condition)
      core.builder.open(.block, .arm, range(clause))
      core.builder.leaf(.jump, .statement, range(clause), detail: JumpKind.continue.rawValue)
      core.builder.close()
      core.builder.close()
      if let body { statements(of: body) }
      core.builder.close()
    } else {
      block(body, .body, in: node)
    }
    core.builder.close()
  }

  func condition(ofWhere clause: Int32) -> Int32? {
    sw.parts(clause).first { kind($0) != .whereWord }
  }

  private func boundNames(in item: Int32) -> [Int32] {
    (item..<sw.next(item)).filter {
      kind($0) == .identifier
        && (sw[$0].field == fields.boundIdentifier
          || kind(sw[$0].parent) == .pattern && sw.onlyPart(sw[$0].parent) == $0 && sw[$0].parent != item)
    }
  }

  /// Whether an iterable counts: `0..<n`, `stride(from: …)`.
  private func counts(_ node: Int32) -> Bool {
    switch kind(node) {
    case .range, .openStartRange, .openEndRange: return true
    case .call: return sw.firstPart(node).map { sw.isText($0, "stride") } ?? false
    default: return false
    }
  }

  mutating func whileStatement(_ node: Int32) {
    let found = conditions(of: node)
    let isEndless = isAlwaysTrue(found)
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if !isEndless, !found.isEmpty { write(found, .condition, range(node)) }
    block(sw.body(node), .body, in: node)
    core.builder.close()
  }

  mutating func repeatStatement(_ node: Int32) {
    let body = sw.body(node)
    let found = conditions(of: node, from: body.map { sw.next($0) })
    let isEndless = isAlwaysTrue(found)
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    block(body, .body, in: node)
    if !isEndless, !found.isEmpty { write(found, .condition, range(node)) }
    core.builder.close()
  }

  private func isAlwaysTrue(_ conditions: [SwiftCondition]) -> Bool {
    guard conditions.count == 1, case .expression(let node) = conditions[0] else { return false }
    return sw.isText(sw.unwrap(node), "true")
  }
}
