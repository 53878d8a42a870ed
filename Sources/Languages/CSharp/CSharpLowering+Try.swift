import Behaviour
import TreeSitter

extension CSharpLowering {
  /// - Returns: whether every way through it leaves.
  mutating func tryStatement(_ node: Int32) -> Bool {
    core.builder.open(.attempt, .statement, range(node))
    var leaves = false
    if let body = child(node, fields.body) {
      leaves = block(body, .body)
    } else {
      emptyBlock(.body, endOf: node)
    }
    for clause in cs.children(node) {
      switch kind(clause) {
      case .catchClause: if !handler(clause) { leaves = false }
      case .finallyClause: if let body = cs.first(.block, in: clause) { block(body, .finalizer) }
      default: break
      }
    }
    core.builder.close()
    return leaves
  }

  private mutating func handler(_ node: Int32) -> Bool {
    let declaration = cs.first(.catchDeclaration, in: node)
    let type = declaration.flatMap { child($0, fields.type) }
    let bound = declaration.flatMap { child($0, fields.name) }
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: bound.map { nameID($0) } ?? 0,
      flags: type == nil ? [.catchesAll] : []
    )
    var known: NameScope.Symbol = 0
    if let type {
      typeRead(type, .type)
      known = declaredType(type)
    }
    let symbol = bound.map { self.symbol($0) } ?? 0
    if symbol != 0 {
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      core.scope.declare(symbol, NameScope.Binding(kind: .local, type: known, certainty: certainty))
    }
    function.caught.append(symbol)
    if let filter = cs.first(.catchFilter, in: node), let condition = cs.firstPart(filter) {
      expression(condition, .condition)
    }
    var leaves = false
    if let body = child(node, fields.body) {
      leaves = block(body, .body)
      function.caught.removeLast()
      core.builder.close()
      note(comments(in: body), at: index)
    } else {
      emptyBlock(.body, endOf: node)
      function.caught.removeLast()
      core.builder.close()
    }
    return leaves
  }

  // MARK: - Resources and locks

  /// `using var x = …;`, which is held to the end of the block.
  func isUsing(_ node: Int32) -> Bool { kind(node) == .localDeclaration && cs.has(.usingWord, in: node) }

  /// Opens what a declaration holds; how many nodes were opened.
  mutating func hold(_ node: Int32, until end: Int) -> Int {
    guard let declaration = cs.first(.variableDeclaration, in: node) else { return 0 }
    return openResources(of: declaration, until: end, isAsync: cs.has(.awaitWord, in: node))
  }

  private mutating func openResources(of declaration: Int32, until end: Int, isAsync: Bool) -> Int {
    let declared = child(declaration, fields.type)
    var count = 0
    for declarator in cs.children(declaration) where kind(declarator) == .declarator {
      guard !core.isTooDeep, let name = child(declarator, fields.name), let value = initialValue(of: declarator)
      else { continue }
      let start = range(declarator).lowerBound
      core.builder.open(
        .scoped,
        .statement,
        start..<max(start, end),
        detail: ScopeKind.resource.rawValue,
        flags: isAsync ? [.async] : []
      )
      impliedType = declared ?? -1
      let known = expression(value, .resource)
      impliedType = -1
      declare(name, as: declared, known)
      target(name, .target)
      let inner = range(declarator).upperBound
      core.builder.open(.block, .body, inner..<max(inner, end))
      count += 2
    }
    return count
  }

  /// `using (…) { … }`.
  mutating func usingStatement(_ node: Int32) -> Bool {
    let isAsync = cs.has(.awaitWord, in: node)
    let end = range(node).upperBound
    var opened = 0
    if let declaration = cs.first(.variableDeclaration, in: node) {
      opened = openResources(of: declaration, until: end, isAsync: isAsync)
    } else if let resource = cs.children(node).first(where: { cs.isPart($0) && cs[$0].field != fields.body }) {
      core.builder.open(
        .scoped,
        .statement,
        range(node),
        detail: ScopeKind.resource.rawValue,
        flags: isAsync ? [.async] : []
      )
      if kind(resource) == .assignment, let left = child(resource, fields.left),
        let right = child(resource, fields.right)
      {
        expression(right, .resource)
        target(left, .target)
      } else {
        expression(resource, .resource)
      }
      core.builder.open(.block, .body, range(node))
      opened = 2
    }
    var leaves = false
    if let body = child(node, fields.body) {
      leaves = kind(body) == .block ? statements(of: body) : statement(body)
    }
    for _ in 0..<opened { core.builder.close() }
    return leaves
  }

  mutating func lockStatement(_ node: Int32) -> Bool {
    core.builder.open(.scoped, .statement, range(node), detail: ScopeKind.lock.rawValue)
    let parts = cs.parts(node)
    if let held = parts.first, parts.count > 1 { expression(held, .resource) }
    var leaves = false
    if let body = parts.last { leaves = block(body, .body) } else { emptyBlock(.body, endOf: node) }
    core.builder.close()
    return leaves
  }
}
