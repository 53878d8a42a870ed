import Behaviour
import TreeSitter

extension PythonLowering {
  /// Whether a pattern takes every value: `_`, or a plain name.
  func takesAnything(_ node: Int32) -> Bool {
    if py.isText(node, "_") { return true }
    guard let inner = py.firstPart(node) else { return false }
    switch kind(inner) {
    case .identifier: return true
    case .dottedName: return py.names(inner).count == 1
    case .casePattern, .asPattern: return takesAnything(inner)
    default: return false
    }
  }

  /// Declares the name that a pattern gives to a value which it takes whole.
  mutating func bind(_ node: Int32) {
    for name in py.names(node) where !py.isText(name, "_") {
      core.scope.declare(core.symbol(name), NameScope.Binding(kind: isAtTop ? .static : .local))
    }
  }

  /// Writes what a value is matched against. Alternatives stand side by side.
  mutating func pattern(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .casePattern:
      guard let inner = py.firstPart(node) else {
        core.builder.leaf(.read, role, range(node), name: core.name(node))
        return
      }
      // A sign before a number is a token of the pattern.
      if range(inner).lowerBound > range(node).lowerBound, kind(inner) == .integer || kind(inner) == .float {
        core.builder.open(.operation, role, range(node), name: core.builder.name("-"))
        expression(inner, .operand)
        core.builder.close()
      } else {
        pattern(inner, role)
      }
    case .unionPattern:
      for part in py.parts(node) { pattern(part, role) }
    case .asPattern:
      for part in py.parts(node) {
        if kind(part) == .identifier { target(part, .target) } else { pattern(part, role) }
      }
    case .dottedName, .identifier:
      // A plain name takes the value; a dotted one is a value to compare with.
      if py.names(node).count == 1, let name = py.names(node).first {
        target(name, role)
      } else {
        read(place(node), node, role)
      }
    case .listPattern: sequence(node, role, .list)
    case .tuplePattern: sequence(node, role, .tuple)
    case .dictPattern: mapping(node, role)
    case .splatPattern:
      if let name = py.firstPart(node) {
        target(name, role, [.spread])
      } else {
        core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: [.spread])
      }
    case .classPattern: typePattern(node, role)
    case .keywordPattern: labelled(node, role)
    case .complexPattern: literal(node, role, .other)
    default: expression(node, role)
    }
  }

  private mutating func sequence(_ node: Int32, _ role: Role, _ kind: CollectionKind) {
    core.builder.open(.collection, role, range(node), detail: kind.rawValue)
    for part in py.parts(node) { pattern(part, .element) }
    core.builder.close()
  }

  private mutating func mapping(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    var isOpen = false
    for part in py.parts(node) {
      if py[part].field == fields.key {
        if isOpen { core.builder.close() }
        let isConstant = kind(part) == .string || kind(part) == .integer
        let name = !isConstant ? 0 : kind(part) == .string ? core.name(inner(part)) : core.name(part)
        core.builder.open(.argument, .element, range(part), name: name)
        if !isConstant { pattern(part, .index) }
        isOpen = true
      } else {
        pattern(part, isOpen ? .value : .element)
        if isOpen { core.builder.close() }
        isOpen = false
      }
    }
    if isOpen { core.builder.close() }
    core.builder.close()
  }

  /// `Point(x=0)`: a value of a type, with what its parts must be.
  private mutating func typePattern(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    for part in py.parts(node) {
      if kind(part) == .dottedName { read(place(part), part, .operand) } else { pattern(part, .operand) }
    }
    core.builder.close()
  }

  private mutating func labelled(_ node: Int32, _ role: Role) {
    let parts = py.parts(node)
    core.builder.open(.argument, role, range(node), name: parts.first.map { core.name($0) } ?? 0)
    for part in parts.dropFirst() { pattern(part, .value) }
    core.builder.close()
  }
}
