import Behaviour
import TreeSitter

extension SwiftLowering {
  /// The parts of an `if`: what stands before and behind its `else`.
  private func arms(of node: Int32) -> (body: Int32?, hasElse: Bool, otherwise: Int32?) {
    var body: Int32?
    var otherwise: Int32?
    var hasElse = false
    for child in sw.children(node) {
      switch kind(child) {
      case .elseWord: hasElse = true
      case .statements: if hasElse { otherwise = otherwise ?? child } else { body = body ?? child }
      case .if: if hasElse { otherwise = otherwise ?? child }
      default: break
      }
    }
    return (body, hasElse, otherwise)
  }

  /// `if`, with each `else if` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    let found = conditions(of: node)
    let arms = arms(of: node)
    let hidden = shadowed(by: found)
    let isHoisted = hoist(found)
    let index = core.builder.open(.branch, .statement, range(node))
    write(found, .condition, conditionBytes(node, arms.body), isHoisted: isHoisted)
    let armLeaves = block(arms.body, .arm, in: node)
    restore(hidden)
    var otherwiseLeaves = false
    if let otherwise = arms.otherwise, kind(otherwise) == .if {
      if enter(otherwise, .otherwise) {
        core.builder.open(.block, .otherwise, range(otherwise))
        otherwiseLeaves = ifStatement(otherwise)
        core.builder.close()
        nesting -= 1
      }
    } else if arms.hasElse {
      otherwiseLeaves = block(arms.otherwise, .otherwise, in: node)
    }
    core.builder.close()
    if armLeaves != otherwiseLeaves { core.builder.insert(.guard, at: index) }
    return armLeaves && otherwiseLeaves
  }

  private func conditionBytes(_ node: Int32, _ body: Int32?) -> Range<Int> {
    let bytes = range(node)
    return bytes.lowerBound..<(body.map { range($0).lowerBound } ?? bytes.upperBound)
  }

  /// `guard conditions else { leave }`: a branch taken where they do not hold.
  mutating func guardStatement(_ node: Int32) {
    let found = conditions(of: node)
    let arms = arms(of: node)
    let isHoisted = hoist(found)
    core.builder.open(.branch, .statement, range(node), flags: [.guard])
    negated(found, .condition, conditionBytes(node, arms.otherwise), isHoisted: isHoisted)
    block(arms.otherwise, .arm, in: node)
    core.builder.close()
  }

  /// An `if` whose arms are values.
  mutating func ifExpression(_ node: Int32, _ role: Role, _ use: NodeFlags) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    let found = conditions(of: node)
    let arms = arms(of: node)
    let hidden = shadowed(by: found)
    core.builder.open(.branch, role, range(node), flags: [.expression])
    write(found, .condition, conditionBytes(node, arms.body))
    if let body = arms.body { armValue(body, .arm, use) }
    restore(hidden)
    if let otherwise = arms.otherwise {
      if kind(otherwise) == .if {
        ifExpression(otherwise, .otherwise, use)
      } else {
        armValue(otherwise, .otherwise, use)
      }
    }
    core.builder.close()
  }

  /// The value that an arm consists of, else its statements.
  private mutating func armValue(_ statements: Int32, _ role: Role, _ use: NodeFlags) {
    if let only = onlyStatement(statements) {
      expression(only, role, use)
    } else {
      core.builder.open(.block, role, range(statements))
      self.statements(of: statements)
      core.builder.close()
    }
  }

  // MARK: - switch

  /// `switch`: a branch with an arm for each case.
  ///
  /// - Returns: whether every way through it leaves.
  @discardableResult
  mutating func switchStatement(_ node: Int32, _ role: Role, _ use: NodeFlags = []) -> Bool {
    let isValue = role != .statement
    let index = core.builder.open(.branch, role, range(node), flags: isValue ? [.match, .expression] : [.match])
    if let subject = child(node, fields.expression) { expression(subject, .condition) }
    var anyLeaves = false
    var allLeave = true
    for entry in sw.children(node) where kind(entry) == .switchEntry {
      let leaves = switchEntry(entry, isValue: isValue, use)
      anyLeaves = anyLeaves || leaves
      allLeave = allLeave && leaves
    }
    core.builder.close()
    // The compiler holds a switch to taking every value.
    if anyLeaves, !allLeave, !isValue { core.builder.insert(.guard, at: index) }
    return allLeave && anyLeaves
  }

  private mutating func switchEntry(_ node: Int32, isValue: Bool, _ use: NodeFlags) -> Bool {
    let patterns = sw.children(node).filter { kind($0) == .switchPattern }
    let guarded = sw.children(node).first { sw.isPart($0) && isGuard($0, in: node) }
    let takesAll = guarded == nil && (patterns.isEmpty || patterns.count == 1 && takesAnything(patterns[0]))
    let index = core.builder.open(.block, takesAll ? .otherwise : .arm, range(node))
    if takesAll {
      for pattern in patterns { declareNames(in: pattern..<sw.next(pattern)) }
    } else {
      for pattern in patterns {
        for part in sw.parts(pattern) { self.pattern(part, .pattern) }
      }
    }
    if let guarded { expression(guarded, .condition) }
    let start = core.builder.count
    var leaves = false
    if let body = sw.body(node) {
      if isValue, let only = onlyStatement(body) {
        expression(only, .value, use)
      } else {
        leaves = statements(ofCase: body)
      }
    }
    core.builder.close()
    if core.builder.count == start { note(comments(in: node), at: index) }
    return leaves
  }

  /// The condition of `case pattern where condition`.
  private func isGuard(_ node: Int32, in entry: Int32) -> Bool {
    switch kind(node) {
    case .switchPattern, .statements, .whereWord, .defaultWord, .modifiers: return false
    default: return sw.has(.whereWord, in: entry)
    }
  }

  /// A `break` at the end of a case leaves only the case.
  private mutating func statements(ofCase body: Int32) -> Bool {
    let parts = sw.parts(body)
    guard let last = parts.last, isPlainWord(last) else { return statements(of: body) }
    var leaves = false
    for part in parts.dropLast() { leaves = statement(part) }
    return leaves
  }

  private func isPlainWord(_ node: Int32) -> Bool {
    sw.isText(node, "break") || sw.isText(node, "fallthrough")
  }
}
