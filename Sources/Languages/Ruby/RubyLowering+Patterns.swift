import Behaviour
import TreeSitter

extension RubyLowering {
  /// Writes what a value is matched against. Alternatives stand side by side.
  mutating func pattern(_ node: Int32, _ role: Role) {
    guard !rb[node].isError, enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .alternativePattern: for part in rb.parts(node) { pattern(part, role) }
    case .parenthesizedPattern: for part in rb.parts(node) { pattern(part, role) }
    case .asPattern:
      if let value = child(node, fields.value) { pattern(value, role) }
      if let name = child(node, fields.name) { target(name, .target, isLocal: true) }
    case .identifier: target(node, role, isLocal: true)
    case .constant, .scopeResolution:
      if namesType(node) { typed(node, nil, role) } else { expression(node, role) }
    case .arrayPattern, .findPattern: sequence(node, role)
    case .hashPattern: mapping(node, role)
    case .splatParameter:
      if let name = rb.firstPart(node) {
        target(name, role, [.spread], isLocal: true)
      } else {
        core.builder.leaf(.read, role, range(node), name: core.builder.name("_"), flags: [.spread])
      }
    case .variableReferencePattern, .expressionReferencePattern:
      if let value = rb.firstPart(node) { expression(value, role) }
    case .keywordPattern: keyword(node, role)
    default: expression(node, role)
    }
  }

  /// A value of a type, with what its parts must be.
  private mutating func typed(_ type: Int32, _ rest: ((inout RubyLowering) -> Void)?, _ role: Role) {
    core.builder.open(.condition, role, range(type), name: core.builder.name(Operator.isType))
    expression(type, .operand)
    rest?(&self)
    core.builder.close()
  }

  private mutating func sequence(_ node: Int32, _ role: Role) {
    if let type = child(node, fields.type) {
      typed(type, { $0.elements(node, except: type, .operand) }, role)
    } else {
      elements(node, except: nil, role)
    }
  }

  private mutating func elements(_ node: Int32, except type: Int32?, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
    for part in rb.children(node) where rb.isPart(part) && part != type { pattern(part, .element) }
    core.builder.close()
  }

  private mutating func mapping(_ node: Int32, _ role: Role) {
    if let type = child(node, fields.type) {
      typed(type, { $0.entries(node, except: type, .operand) }, role)
    } else {
      entries(node, except: nil, role)
    }
  }

  private mutating func entries(_ node: Int32, except type: Int32?, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    for part in rb.children(node) where rb.isPart(part) && part != type { pattern(part, .element) }
    core.builder.close()
  }

  /// `name: pattern`; `name:` alone takes the value.
  private mutating func keyword(_ node: Int32, _ role: Role) {
    let key = child(node, fields.key)
    core.builder.open(.argument, role, range(node), name: key.map { core.name($0) } ?? 0)
    if let value = child(node, fields.value) {
      pattern(value, .value)
    } else if let key {
      core.scope.declare(core.symbol(key), NameScope.Binding(kind: .local))
      read(core.place(range(key)), key, .value)
    }
    core.builder.close()
  }

  /// `value in pattern`, `value => pattern`.
  mutating func patternTest(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name("=>"))
    if let value = child(node, fields.value) { expression(value, .operand) }
    if let matched = child(node, fields.pattern) { pattern(matched, .pattern) }
    core.builder.close()
  }
}
