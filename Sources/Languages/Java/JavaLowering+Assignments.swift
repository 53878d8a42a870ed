import Behaviour
import TreeSitter

extension JavaLowering {
  /// `int a = 1, b;`: a node for each name that is given a value.
  mutating func localVariable(_ node: Int32, _ role: Role) {
    let isFinal = java.hasModifier(.final, node)
    let type = child(node, fields.type)
    for declarator in java.children(node) where kind(declarator) == .declarator {
      guard let name = child(declarator, fields.name) else { continue }
      let isArray = java.has(.dimensions, in: declarator)
      declare(name, isAtTop ? .static : .local, type: isArray ? nil : type)
      guard let value = child(declarator, fields.value) else { continue }
      core.builder.open(
        .assign,
        role,
        range(declarator),
        flags: isFinal ? [.declares, .constant] : [.declares]
      )
      read(core.place(range(name)), name, .target)
      let known = expression(value, .value)
      core.builder.close()
      core.assign(core.symbol(name), known, reachesOut: false)
    }
  }

  /// `a = b = value` has two targets; `a += value` names its operator.
  mutating func assignment(_ node: Int32, _ role: Role) -> Known {
    let sign = child(node, fields.operator)
    let isPlain = sign.map { java.isText($0, "=") } ?? true
    core.builder.open(.assign, role, range(node), name: isPlain ? 0 : sign.map { core.name($0) } ?? 0)
    var places: [Int32] = []
    var value: Int32? = node
    while let link = value, kind(link) == .assignment, link == node || isPlain && isPlainAssignment(link) {
      if let left = child(link, fields.left).map(java.unwrap) {
        places.append(left)
        target(left)
      }
      value = child(link, fields.right).map(java.unwrap)
    }
    let known = value.map { expression($0, .value) } ?? .nothing
    core.builder.close()
    guard isPlain else { return .nothing }
    for place in places where kind(place) == .identifier {
      let symbol = core.symbol(place)
      if core.scope.binding(of: symbol) != nil { core.assign(symbol, known) }
    }
    return known
  }

  private func isPlainAssignment(_ node: Int32) -> Bool {
    child(node, fields.operator).map { java.isText($0, "=") } ?? false
  }

  /// `i++` adds one.
  mutating func update(_ node: Int32, _ role: Role) {
    guard let place = java.firstPart(node) else { return unknownConstruct(node, role) }
    let sign = java.has(.increment, in: node) ? "+=" : "-="
    core.builder.open(.assign, role, range(node), name: core.builder.name(sign))
    target(java.unwrap(place))
    let one = core.builder.name("1")
    core.builder.leaf(.literal, .value, range(node), name: one, detail: LiteralKind.integer.rawValue)
    core.builder.close()
  }

  /// Writes a place that is written to.
  private mutating func target(_ node: Int32) {
    guard enter(node, .target) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .identifier: read(place(node), node, .target)
    case .fieldAccess: _ = member(node, .target)
    case .arrayAccess: element(node, .target)
    default: expression(node, .target)
    }
  }
}
