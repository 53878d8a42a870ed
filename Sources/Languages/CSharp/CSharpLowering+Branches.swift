import Behaviour
import TreeSitter

extension CSharpLowering {
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node))
    if let condition = child(node, fields.condition) { expression(condition, .condition) }
    var leaves = false
    if let body = child(node, fields.consequence) {
      leaves = block(body, .arm)
    } else {
      emptyBlock(.arm, endOf: node)
    }
    let otherwise = child(node, fields.alternative).map { block($0, .otherwise) } ?? false
    core.builder.close()
    if leaves != otherwise { core.builder.insert(.guard, at: index) }
    return leaves && otherwise
  }

  // MARK: - switch

  /// Sections that share statements are one arm with several patterns; a `break` at an arm's end goes without saying.
  mutating func switchStatement(_ node: Int32) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    let subject = child(node, fields.value) ?? cs.firstPart(node)
    if let subject, kind(subject) != .switchBody { expression(subject, .condition) }
    var hasDefault = false
    var anyLeaves = false
    var allLeave = true
    var labels: [Int32] = []
    for section in cs.children(child(node, fields.body) ?? node) where kind(section) == .switchSection {
      labels.append(section)
      let body = statements(ofSection: section)
      guard !body.isEmpty else { continue }
      let isDefault = labels.contains { isDefaultSection($0) }
      hasDefault = hasDefault || isDefault
      let leaves = arm(labels, body, isDefault ? .otherwise : .arm)
      anyLeaves = anyLeaves || leaves
      allLeave = allLeave && leaves
      labels = []
    }
    core.builder.close()
    let goesOn = !hasDefault || !allLeave
    if goesOn, anyLeaves { core.builder.insert(.guard, at: index) }
    return !goesOn
  }

  private func isDefaultSection(_ node: Int32) -> Bool {
    !cs.children(node).contains { isPattern($0) }
  }

  /// What a section matches: patterns, and what must hold besides.
  private func isPattern(_ node: Int32) -> Bool {
    switch kind(node) {
    case .constantPattern, .declarationPattern, .recursivePattern, .varPattern, .typePattern, .relationalPattern,
      .negatedPattern, .andPattern, .orPattern, .listPattern, .parenthesizedPattern, .discard:
      true
    default: false
    }
  }

  private func statements(ofSection node: Int32) -> [Int32] {
    cs.children(node).filter { cs.isPart($0) && !isPattern($0) && kind($0) != .when || cs[$0].isError }
  }

  private mutating func arm(_ labels: [Int32], _ body: [Int32], _ role: Role) -> Bool {
    guard let first = labels.first, let last = labels.last else { return false }
    let index = core.builder.open(.block, role, range(first).lowerBound..<range(last).upperBound)
    for label in labels {
      for part in cs.children(label) {
        if isPattern(part) { pattern(part, .pattern) }
        if kind(part) == .when, let condition = cs.firstPart(part) { expression(condition, .condition) }
      }
    }
    var body = body
    if body.count == 1, kind(body[0]) == .block {
      body = cs.children(body[0]).filter { cs.isPart($0) || cs[$0].isError }
    }
    if let end = body.last, kind(end) == .break { body.removeLast() }
    let start = core.builder.count
    let leaves = statements(body, until: range(last).upperBound)
    core.builder.close()
    if core.builder.count == start { note(comments(in: last), at: index) }
    return leaves
  }

  /// A value chosen by matching another: each arm is a block of its patterns and its value.
  mutating func switchExpression(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    core.builder.open(.branch, role, range(node), flags: [.match, .expression])
    let parts = cs.parts(node)
    if let subject = parts.first, kind(subject) != .switchArm { expression(subject, .condition) }
    for arm in parts where kind(arm) == .switchArm {
      let inner = cs.parts(arm)
      let isDefault = inner.first.map { takesAnything($0) } == true && !cs.has(.when, in: arm)
      core.builder.open(.block, isDefault ? .otherwise : .arm, range(arm))
      for (offset, part) in inner.enumerated() {
        if kind(part) == .when {
          if let condition = cs.firstPart(part) { expression(condition, .condition) }
        } else if offset == 0 {
          if isDefault { bind(inPattern: part) } else { pattern(part, .pattern) }
        } else {
          chosen(part, use)
        }
      }
      core.builder.close()
    }
    core.builder.close()
  }

  private mutating func chosen(_ node: Int32, _ use: NodeFlags) {
    let plain = cs.unwrap(node)
    if kind(plain) == .throwExpression {
      thrown(cs.firstPart(plain), range(node), .statement)
    } else {
      expression(node, .value, use)
    }
  }

  // MARK: - Patterns

  /// `_`, `var order`.
  func takesAnything(_ node: Int32) -> Bool {
    switch kind(node) {
    case .discard: return true
    case .varPattern: return true
    case .declarationPattern: return child(node, fields.type).map { kind($0) == .implicitType } ?? false
    case .constantPattern: return cs.isText(node, "_")
    default: return false
    }
  }

  /// Declares the names that a pattern gives to what it takes.
  mutating func bind(inPattern node: Int32) {
    guard let name = child(node, fields.name), kind(name) == .identifier else { return }
    declare(name, as: child(node, fields.type), .nothing)
  }

  /// Writes what a value is matched against. Alternatives stand side by side.
  mutating func pattern(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .constantPattern: if let value = cs.firstPart(node) { expression(value, role) }
    case .parenthesizedPattern: if let inner = cs.firstPart(node) { pattern(inner, role) }
    case .orPattern:
      for part in cs.parts(node) { pattern(part, role) }
    case .andPattern:
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.and))
      for part in cs.parts(node) { pattern(part, .operand) }
      core.builder.close()
    case .negatedPattern:
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
      if let inner = cs.firstPart(node) { pattern(inner, .operand) }
      core.builder.close()
    case .relationalPattern:
      core.builder.open(.condition, role, range(node), name: sign(ofPattern: node))
      if let value = cs.firstPart(node) { expression(value, .operand) }
      core.builder.close()
    case .declarationPattern, .typePattern, .recursivePattern: typedPattern(node, role)
    case .varPattern: designation(node, role)
    case .listPattern:
      core.builder.open(.collection, role, range(node), detail: CollectionKind.list.rawValue)
      for part in cs.parts(node) { pattern(part, .element) }
      core.builder.close()
    case .discard: core.builder.leaf(.read, role, range(node), name: core.builder.name("_"))
    default: expression(node, role)
    }
  }

  /// The sign of a comparison that a pattern makes (`> 3`).
  mutating func sign(ofPattern node: Int32) -> NameID {
    for part in cs.children(node) where !cs[part].isNamed { return nameID(part) }
    return core.builder.name(Operator.equal)
  }

  /// `Order order`, `Order { Paid: true } order`, `{ Paid: true }`, `(1, 2)`.
  private mutating func typedPattern(_ node: Int32, _ role: Role) {
    let type = child(node, fields.type) ?? (kind(node) == .typePattern ? cs.firstPart(node) : nil)
    if let type, kind(type) == .implicitType { return designation(node, role) }
    let parts = cs.first(.propertyPatterns, in: node).map { cs.parts($0) } ?? []
    let places = cs.first(.positionalPatterns, in: node).map { cs.parts($0) } ?? []
    if type == nil, parts.isEmpty, !places.isEmpty {
      core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
      for part in places { subpattern(part, .element) }
      core.builder.close()
    } else {
      let name = type == nil && parts.isEmpty ? Operator.isNotNull : Operator.isType
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      if let type { typeRead(type, .operand) }
      for part in parts + places { subpattern(part, .operand) }
      if let name = child(node, fields.name) { bind(name, .target, type: type) }
      core.builder.close()
    }
  }

  private mutating func subpattern(_ node: Int32, _ role: Role) {
    guard kind(node) == .subpattern else { return pattern(node, role) }
    let parts = cs.parts(node)
    guard let last = parts.last else { return }
    core.builder.open(.argument, role, range(node), name: parts.count > 1 ? nameID(parts[0]) : 0)
    pattern(last, .value)
    core.builder.close()
  }

  /// `var order`, `var (first, second)`.
  private mutating func designation(_ node: Int32, _ role: Role) {
    if let name = child(node, fields.name), kind(name) == .identifier { return bind(name, role) }
    guard let several = cs.first(.designation, in: node) else { return }
    core.builder.open(.collection, role, range(node), detail: CollectionKind.tuple.rawValue)
    for part in cs.parts(several) where kind(part) == .identifier { bind(part, .element) }
    core.builder.close()
  }
}
