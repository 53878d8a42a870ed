import Behaviour
import TreeSitter

extension RustLowering {
  // MARK: - Targets

  /// Writes a place that is written to, or each of those that a value is taken apart into.
  mutating func target(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    let node = rs.unwrap(node)
    guard !rs[node].isMissing, enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier, .shorthandIdentifier:
      if kind(rs[node].parent) != .assignment, kind(rs[node].parent) != .compoundAssignment,
        rs[node].field != fields.left
      {
        declareIfNew(node)
      }
      read(core.place(range(node)), node, role, flags)
    case .underscore: core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: flags)
    case .member: _ = member(node, role, flags)
    case .index: index(node, role, flags)
    case .tuplePattern, .slicePattern, .tuple, .array:
      for part in rs.children(node) where rs.isPart(part) || kind(part) == .underscore {
        if kind(part) != .remaining { target(part, role, flags.union(.destructured)) }
      }
    case .tupleStructPattern, .structPattern:
      let type = child(node, fields.type)
      for part in rs.children(node) where part != type && (rs.isPart(part) || kind(part) == .underscore) {
        if kind(part) != .remaining { target(part, role, flags.union(.destructured)) }
      }
    case .fieldPattern:
      if let inner = child(node, fields.pattern) ?? rs.lastPart(node) { target(inner, role, flags) }
    case .mutPattern, .refPattern, .referencePattern:
      if let inner = rs.lastPart(node) {
        target(inner, role, flags)
      } else if let underscore = rs.first(.underscore, in: node) {
        target(underscore, role, flags)
      }
    case .capturedPattern:
      // `rest @ ..`
      let rest = rs.has(.remaining, in: node)
      if let name = rs.firstPart(node) { target(name, role, rest ? flags.union(.spread) : flags) }
    case .unit: core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: flags)
    default: expression(node, role)
    }
  }

  private mutating func declareIfNew(_ node: Int32) {
    let symbol = core.symbol(node)
    if isModule, function.closure == noNode { return }
    core.scope.declare(symbol, NameScope.Binding(kind: .local))
  }

  // MARK: - Patterns

  /// Writes what a value is matched against. Alternatives stand side by side.
  mutating func pattern(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .underscore: core.builder.leaf(.read, role, range(node), name: core.builder.name("_"))
    case .identifier, .shorthandIdentifier:
      if rs.isText(node, "None") {
        core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
      } else if rs.isUpper(node) {
        read(node, role)
      } else {
        target(node, role)
      }
    case .orPattern:
      for part in rs.children(node) where rs.isPart(part) || kind(part) == .underscore { pattern(part, role) }
    case .tuplePattern: sequence(node, role, .tuple)
    case .slicePattern: sequence(node, role, .list)
    case .mutPattern, .refPattern, .referencePattern, .matchPattern, .genericPattern:
      if let inner = rs.lastPart(node) ?? rs.first(.underscore, in: node) { pattern(inner, role) }
    case .capturedPattern:
      let parts = rs.parts(node)
      if let name = parts.first { target(name, .target) }
      for part in parts.dropFirst() { pattern(part, role) }
    case .tupleStructPattern:
      if let inner = optionPattern(node) { return pattern(inner, role) }
      typed(node, role)
    case .structPattern: typed(node, role)
    case .fieldPattern:
      let name = child(node, fields.name)
      core.builder.open(.argument, role, range(node), name: name.map { core.name($0) } ?? 0)
      if let inner = child(node, fields.pattern) {
        pattern(inner, .value)
      } else if let name {
        target(name, .value)
      }
      core.builder.close()
    case .remaining:
      core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: [.spread])
    case .rangePattern:
      core.builder.open(.operation, role, range(node), name: core.builder.name(".."))
      for part in rs.children(node) where rs.isPart(part) { expression(part, .operand) }
      core.builder.close()
    default: expression(node, role)
    }
  }

  private mutating func sequence(_ node: Int32, _ role: Role, _ kind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: kind.rawValue)
    for part in rs.children(node) where rs.isPart(part) || self.kind(part) == .underscore { pattern(part, .element) }
    core.builder.close()
  }

  /// `Order { total, .. }`, `Shape::Round(radius)`: a value of a type, with what its parts must be.
  private mutating func typed(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    let type = child(node, fields.type)
    if let type { read(type, .operand) }
    for part in rs.children(node) where part != type && (rs.isPart(part) || kind(part) == .underscore) {
      pattern(part, .operand)
    }
    core.builder.close()
  }
}
