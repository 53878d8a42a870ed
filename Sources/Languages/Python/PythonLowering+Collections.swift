import Behaviour
import TreeSitter

extension PythonLowering {
  mutating func collection(_ node: Int32, _ role: Role, _ collectionKind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: collectionKind.rawValue)
    for part in py.children(node) where py.isPart(part) { expression(part, .element) }
    core.builder.close()
  }

  mutating func dictionary(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for part in py.children(node) where py.isPart(part) { expression(part, .element) }
    core.builder.close()
  }

  /// `key: value`, named by its key where that is a constant.
  mutating func pair(_ node: Int32, _ role: Role) {
    let key = child(node, fields.key).map(py.unwrap)
    let constant = key.flatMap { constantKey($0) }
    core.builder.open(.argument, role, range(node), name: constant ?? 0)
    if constant == nil, let key { expression(key, .index) }
    if let value = child(node, fields.value) { expression(value, .value) }
    core.builder.close()
  }

  private mutating func constantKey(_ node: Int32) -> NameID? {
    switch kind(node) {
    case .string: isInterpolated(node) ? nil : core.name(inner(node))
    case .integer, .float: core.name(node)
    default: nil
    }
  }

  /// `[value for target in iterable if condition]`; a second `for` is a loop whose values are taken one by one.
  mutating func comprehension(_ node: Int32, _ role: Role) {
    var depth = 0
    for part in py.children(node) {
      switch kind(part) {
      case .forInClause:
        guard !core.isTooDeep else { break }
        let start = depth == 0 ? range(node).lowerBound : range(part).lowerBound
        let isAsync = py.has(.async, in: part)
        core.builder.open(
          .loop,
          depth == 0 ? role : .value,
          start..<range(node).upperBound,
          detail: LoopKind.comprehension.rawValue,
          flags: isAsync ? [.async] : []
        )
        depth += 1
        for iterable in py.children(part) where py[iterable].field == fields.right && py.isPart(iterable) {
          expression(iterable, .iterable)
        }
        if let left = child(part, fields.left) { target(left, .target, isLocal: true) }
      case .ifClause:
        if depth > 0, let condition = py.firstPart(part) { expression(condition, .condition) }
      default: break
      }
    }
    if let body = child(node, fields.body) {
      let value: Role = depth == 0 ? role : .value
      if kind(body) == .pair, depth > 0 {
        if let key = child(body, fields.key) { expression(key, .index) }
        if let element = child(body, fields.value) { expression(element, .value) }
      } else {
        expression(body, value)
      }
    }
    for _ in 0..<depth { core.builder.close() }
  }
}
