import Behaviour
import TreeSitter

extension JavaLowering {
  /// `switch`, as a statement or as a value. Cases that share statements are one arm with several patterns; a `break`
  /// at an arm's end goes without saying.
  ///
  /// - Returns: whether every way through it leaves.
  @discardableResult
  mutating func switchBranch(_ node: Int32, _ role: Role, isValue: Bool) -> Bool {
    let flags: NodeFlags = isValue ? [.match, .expression] : [.match]
    let index = core.builder.open(.branch, role, range(node), flags: flags)
    if let value = child(node, fields.condition) { expression(value, .condition) }
    var labels: [Int32] = []
    var hasDefault = false
    var outcomes: [Bool] = []
    let clauses = child(node, fields.body).map { body in
      java.children(body).filter { java[$0].isNamed && !java.isComment($0) || java[$0].isMissing }
    }
    for clause in clauses ?? [] {
      if java[clause].isError || java[clause].isMissing {
        statement(clause)
        continue
      }
      let own = java.children(clause).filter { kind($0) == .switchLabel }
      labels += own
      let body = statements(ofClause: clause)
      // An empty case falls into the next one.
      guard !body.isEmpty || clause == clauses?.last else { continue }
      let isDefault = labels.contains(where: isDefault)
      hasDefault = hasDefault || isDefault
      outcomes.append(arm(clause, labels, body, isDefault ? .otherwise : .arm, isValue: isValue))
      labels = []
    }
    core.builder.close()
    let goesOn = !hasDefault || outcomes.contains(false)
    if goesOn, outcomes.contains(true) { core.builder.insert(.guard, at: index) }
    return !goesOn
  }

  private func isDefault(_ label: Int32) -> Bool {
    java.children(label).contains { kind($0) == .defaultWord || kind($0) == .identifier && java.isText($0, "default") }
  }

  private func statements(ofClause clause: Int32) -> [Int32] {
    var found = java.children(clause).filter {
      kind($0) != .switchLabel && !java.isComment($0) && (java[$0].isNamed || java[$0].isMissing)
    }
    if found.count == 1, let only = found.first, kind(only) == .block {
      found = java.children(only).filter { java[$0].isNamed && !java.isComment($0) || java[$0].isMissing }
      // An empty block is a body too, unlike no statement at all.
      if found.isEmpty { return [only] }
    }
    return found
  }

  /// Writes an arm.
  ///
  /// - Returns: whether it leaves more than the branch.
  private mutating func arm(_ clause: Int32, _ labels: [Int32], _ body: [Int32], _ role: Role, isValue: Bool) -> Bool {
    let index = core.builder.open(.block, role, range(clause))
    for label in labels { patterns(of: label) }
    let start = core.builder.count
    var leaves = false
    for (offset, part) in body.enumerated() {
      let isLast = offset == body.count - 1
      if isLast, kind(part) == .break, java.firstPart(part) == nil {
        leaves = false
        break
      }
      if isValue, isLast, let value = givenValue(part) {
        expression(value, .value)
        leaves = false
      } else {
        leaves = statement(part) && kind(part) != .yield
      }
    }
    core.builder.close()
    if core.builder.count == start { note(comments(in: clause), at: index) }
    return leaves
  }

  /// What an arm gives whose last statement this is: `-> value`, `yield value`.
  private func givenValue(_ node: Int32) -> Int32? {
    switch kind(node) {
    case .expressionStatement, .yield: java.firstPart(node)
    default: nil
    }
  }

  // MARK: - Patterns

  private mutating func patterns(of label: Int32) {
    for part in java.children(label) where java.isPart(part) {
      if kind(part) == .guarded {
        if let condition = java.firstPart(part) { expression(condition, .condition) }
      } else if !(kind(part) == .identifier && java.isText(part, "default")) {
        pattern(part, .pattern)
      }
    }
  }

  /// Writes what a value is matched against.
  mutating func pattern(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    switch kind(node) {
    case .pattern, .recordPatternComponent:
      let parts = java.parts(node)
      if kind(node) == .recordPatternComponent, parts.count > 1 || parts.first.map({ kind($0) }) != .recordPattern {
        typePattern(parts, node, role)
      } else {
        for part in parts { pattern(part, role) }
      }
    case .typePattern: typePattern(java.parts(node), node, role)
    case .recordPattern:
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
      for part in java.parts(node) {
        if kind(part) == .recordPatternBody {
          for component in java.parts(part) { pattern(component, .operand) }
        } else {
          typeRead(part, .operand)
        }
      }
      core.builder.close()
    case .identifier:
      // The constants of an enum go without its name.
      core.builder.leaf(.read, role, range(node), name: core.name(node), detail: PlaceKind.static.rawValue)
    case .underscorePattern: core.builder.leaf(.read, role, range(node), name: core.name(node))
    default: expression(node, role)
    }
  }

  /// `Order order`: a value of a type, and the name that it gets.
  private mutating func typePattern(_ parts: [Int32], _ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    let types = parts.filter { kind($0) != .modifiers }
    if let type = types.first { typeRead(type, .operand) }
    if types.count > 1, let name = types.last { bind(name, type: types.first) }
    core.builder.close()
  }

  /// Declares and writes the name that a test of a type gives to its value.
  mutating func bind(_ name: Int32, type: Int32?) {
    guard kind(name) == .identifier else { return }
    declare(name, isAtTop ? .static : .local, type: type)
    read(core.place(range(name)), name, .target)
  }
}
