import Behaviour
import TreeSitter

extension PHPLowering {
  mutating func tryStatement(_ node: Int32) {
    core.builder.open(.attempt, .statement, range(node))
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    for clause in php.children(node) {
      switch kind(clause) {
      case .catchClause: handler(clause)
      case .finallyClause: if let body = child(clause, fields.body) { block(body, .finalizer) }
      default: break
      }
    }
    core.builder.close()
  }

  private mutating func handler(_ node: Int32) {
    let name = child(node, fields.name)
    let types = child(node, fields.type).map { php.parts($0) } ?? []
    var bound: NameID = 0
    if let name {
      written.removeAll(keepingCapacity: true)
      written.append(contentsOf: core.source.slice(range(name)).dropFirst())
      bound = core.builder.name(written, written.indices)
    }
    let flags: NodeFlags = types.isEmpty ? [.catchesAll] : []
    let index = core.builder.open(.handler, .handler, range(node), name: bound, flags: flags)
    var known: NameScope.Symbol = 0
    for type in types {
      let named = php.firstPart(type) ?? type
      let path = typePath(named)
      written.removeAll(keepingCapacity: true)
      php.append(name: named, to: &written)
      core.builder.leaf(
        .read,
        .type,
        range(type),
        name: core.builder.name(written, written.indices),
        path: path,
        detail: PlaceKind.static.rawValue
      )
      known = types.count == 1 ? symbol(ofName: path) : 0
    }
    let symbol = name.map { core.symbol($0) } ?? 0
    if symbol != 0 {
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      let kind: PlaceKind = isAtTop ? .static : .local
      core.scope.declare(symbol, NameScope.Binding(kind: kind, type: known, certainty: certainty))
    }
    function.caught.append(symbol)
    if let body = child(node, fields.body) {
      block(body, .body)
      function.caught.removeLast()
      core.builder.close()
      note(commentsIn: body, at: index)
    } else {
      emptyBlock(.body, endOf: node)
      function.caught.removeLast()
      core.builder.close()
    }
  }
}
