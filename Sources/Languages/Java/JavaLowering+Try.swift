import Behaviour
import TreeSitter

extension JavaLowering {
  /// `try`: what it closes at its end holds for its body; what it catches and does at last stands around that.
  ///
  /// - Returns: whether its body leaves, where nothing catches.
  mutating func tryStatement(_ node: Int32) -> Bool {
    let resources = child(node, fields.resources).map { java.children($0).filter { kind($0) == .resource } } ?? []
    let deals = java.has(.catchClause, in: node) || java.has(.finallyClause, in: node) || resources.isEmpty
    let bytes = range(node)
    if deals {
      core.builder.open(.attempt, .statement, bytes)
      if !resources.isEmpty { core.builder.open(.block, .body, child(node, fields.body).map { range($0) } ?? bytes) }
    }
    var leaves = false
    if resources.isEmpty {
      if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    } else {
      leaves = hold(resources, around: node)
    }
    if deals {
      if !resources.isEmpty { core.builder.close() }
      for clause in java.children(node) {
        switch kind(clause) {
        case .catchClause: handler(clause)
        case .finallyClause: if let body = java.first(.block, in: clause) { block(body, .finalizer) }
        default: break
        }
      }
      core.builder.close()
    }
    return leaves && !deals
  }

  /// Writes resources, each around those behind it and the body.
  private mutating func hold(_ resources: [Int32], around node: Int32) -> Bool {
    let body = child(node, fields.body)
    let end = body.map { range($0).upperBound } ?? range(node).upperBound
    var open = 0
    for (position, resource) in resources.enumerated() {
      guard !core.isTooDeep else { break }
      let bytes = range(resource).lowerBound..<max(range(resource).upperBound, end)
      if position > 0 { core.builder.open(.block, .body, bytes) }
      core.builder.open(.scoped, .statement, bytes, detail: ScopeKind.resource.rawValue)
      open += 1
      if let value = child(resource, fields.value) {
        let known = expression(value, .resource)
        if let name = child(resource, fields.name) {
          declare(name, isAtTop ? .static : .local, type: child(resource, fields.type))
          core.assign(core.symbol(name), known, reachesOut: false)
          read(core.place(range(name)), name, .target)
        }
      } else if let value = java.firstPart(resource) {
        expression(value, .resource)
      }
    }
    var leaves = false
    if let body { leaves = block(body, .body) } else { emptyBlock(.body, endOf: node) }
    for position in 0..<open {
      core.builder.close()
      if position + 1 < open { core.builder.close() }
    }
    return leaves
  }

  private mutating func handler(_ node: Int32) {
    let parameter = java.first(.catchParameter, in: node)
    let types = parameter.flatMap { java.first(.catchType, in: $0) }.map { java.parts($0) } ?? []
    // `_` is no name.
    let name = parameter.flatMap { child($0, fields.name) }.flatMap { java.isText($0, "_") ? nil : $0 }
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: name.map { core.name($0) } ?? 0,
      flags: types.isEmpty ? [.catchesAll] : []
    )
    for type in types { typeRead(type, .type) }
    let symbol = name.map { core.symbol($0) } ?? 0
    if let name { declare(name, isAtTop ? .static : .local, type: types.count == 1 ? types.first : nil) }
    caught.append(symbol)
    let body = child(node, fields.body)
    if let body { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    caught.removeLast()
    core.builder.close()
    if let body { note(comments(in: body), at: index) }
  }

  // MARK: - Locks

  /// `synchronized (lock) { … }`
  mutating func synchronizedStatement(_ node: Int32) -> Bool {
    core.builder.open(.scoped, .statement, range(node), detail: ScopeKind.lock.rawValue)
    if let lock = java.first(.parenthesized, in: node) { expression(lock, .resource) }
    var leaves = false
    if let body = child(node, fields.body) { leaves = block(body, .body) } else { emptyBlock(.body, endOf: node) }
    core.builder.close()
    return leaves
  }
}
