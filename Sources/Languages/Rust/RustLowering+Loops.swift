import Behaviour
import TreeSitter

extension RustLowering {
  mutating func forExpression(_ node: Int32) {
    guard let value = child(node, fields.value) else { return unknownConstruct(node, .statement) }
    let iterable = withoutIterator(rs.unwrap(value))
    let isCounted = kind(iterable) == .range
    let detail = (isCounted ? LoopKind.counted : .forEach).rawValue
    core.builder.open(.loop, .statement, range(node), detail: detail)
    expression(iterable, .iterable)
    if let pattern = child(node, fields.pattern) {
      target(pattern, .target)
      declareNames(in: pattern, .local, type: 0)
    }
    loopBody(node)
    core.builder.close()
  }

  /// `xs.iter()` runs through `xs`.
  private func withoutIterator(_ node: Int32) -> Int32 {
    guard kind(node) == .call, arguments(of: node).isEmpty, let callee = child(node, fields.function),
      kind(callee) == .member, let name = child(callee, fields.field), let object = child(callee, fields.value)
    else { return node }
    let isIterator = rs.isText(name, "iter") || rs.isText(name, "iter_mut") || rs.isText(name, "into_iter")
    return isIterator ? rs.unwrap(object) : node
  }

  mutating func whileExpression(_ node: Int32) {
    let condition = child(node, fields.condition).map(rs.unwrap)
    if let condition, let stream = stream(of: condition) { return runThrough(stream, condition, node) }
    let isEndless = condition.map { rs.isText($0, "true") } ?? false
    core.builder.open(.loop, .statement, range(node), detail: (isEndless ? LoopKind.endless : .while).rawValue)
    if let condition, !isEndless { self.condition(condition, .condition) }
    loopBody(node)
    core.builder.close()
  }

  /// What `while let Some(x) = stream.next().await` runs through, and whether it waits.
  private func stream(of condition: Int32) -> (object: Int32, isAsync: Bool)? {
    guard kind(condition) == .letCondition, let pattern = child(condition, fields.pattern),
      optionPattern(pattern) != nil, var call = child(condition, fields.value)
    else { return nil }
    var isAsync = false
    while kind(call) == .question || kind(call) == .awaited, let inner = rs.firstPart(call) {
      if kind(call) == .awaited { isAsync = true }
      call = inner
    }
    guard kind(call) == .call, arguments(of: call).isEmpty, let callee = child(call, fields.function),
      kind(callee) == .member, let name = child(callee, fields.field), let object = child(callee, fields.value),
      rs.isText(name, "next") || rs.isText(name, "try_next")
    else { return nil }
    return (object, isAsync)
  }

  private mutating func runThrough(_ stream: (object: Int32, isAsync: Bool), _ condition: Int32, _ node: Int32) {
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: LoopKind.forEach.rawValue,
      flags: stream.isAsync ? [.async] : []
    )
    expression(stream.object, .iterable)
    if let pattern = child(condition, fields.pattern), let inner = optionPattern(pattern) {
      target(inner, .target)
      declareNames(in: inner, .local, type: 0)
    }
    loopBody(node)
    core.builder.close()
  }

  mutating func loopExpression(_ node: Int32, _ role: Role) {
    core.builder.open(.loop, role, range(node), detail: LoopKind.endless.rawValue)
    loopBody(node)
    core.builder.close()
  }

  private mutating func loopBody(_ node: Int32) {
    if let body = child(node, fields.body) {
      block(body, .body, .discard)
    } else {
      emptyBlock(.body, endOf: node)
    }
  }
}
