import Behaviour
import TreeSitter

extension PythonLowering {
  mutating func tryStatement(_ node: Int32) {
    core.builder.open(.attempt, .statement, range(node))
    if let body = child(node, fields.body) { block(body, .body) } else { emptyBlock(.body, endOf: node) }
    for clause in py.children(node) {
      switch kind(clause) {
      case .exceptClause: handler(clause)
      case .elseClause: if let body = child(clause, fields.body) { block(body, .otherwise) }
      case .finallyClause:
        if let body = py.children(clause).first(where: { kind($0) == .block }) { block(body, .finalizer) }
      default: break
      }
    }
    core.builder.close()
  }

  private mutating func handler(_ node: Int32) {
    var types: [Int32] = []
    var bound: Int32?
    for part in py.children(node) where py[part].field == fields.value && py.isPart(part) {
      if kind(part) == .asPattern {
        types += py.parts(part).filter { kind($0) != .asPatternTarget }
        bound = child(part, fields.alias).flatMap(py.firstPart)
      } else if types.isEmpty {
        types.append(part)
      } else {
        // `except Error, name` of Python 2.
        bound = part
      }
    }
    if let tuple = types.first.map(py.unwrap), kind(tuple) == .tuple { types = py.parts(tuple) }
    let index = core.builder.open(
      .handler,
      .handler,
      range(node),
      name: bound.map { core.name($0) } ?? 0,
      flags: types.isEmpty ? [.catchesAll] : []
    )
    var known: NameScope.Symbol = 0
    for type in types {
      expression(type, .type)
      known = types.count == 1 ? declaredType(type) : 0
    }
    let symbol = bound.map { core.symbol($0) } ?? 0
    if symbol != 0 {
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      let kind: PlaceKind = isAtTop ? .static : .local
      core.scope.declare(symbol, NameScope.Binding(kind: kind, type: known, certainty: certainty))
    }
    function.caught.append(symbol)
    var comments: [Int32] = []
    if let body = py.children(node).first(where: { kind($0) == .block }) {
      block(body, .body)
      comments = commentsAround(body)
    } else {
      emptyBlock(.body, endOf: node)
    }
    function.caught.removeLast()
    core.builder.close()
    if !comments.isEmpty { note(comments, at: index) }
  }
}
