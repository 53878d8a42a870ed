import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `if`, `else if`, `else`. Whether no way through it goes on.
  mutating func ifStatement(_ node: Int32) -> Bool {
    let index = builder.open(.branch, .statement, range(node))
    if let condition = js.child(node, fields.condition) { expression(condition, .condition) }
    var arm = BlockOutcome()
    if let consequence = js.child(node, fields.consequence) { arm = block(consequence, .arm) }
    var otherwise: BlockOutcome?
    if let alternative = js.child(node, fields.alternative) {
      let statement = kind(alternative) == .elseClause ? js.firstNamed(alternative) : alternative
      if let statement { otherwise = block(statement, .otherwise) }
    }
    builder.close()
    let leaves = [arm.leaves, otherwise?.leaves ?? false]
    if leaves[0] != leaves[1] { builder.insert(.guard, at: index) }
    return leaves[0] && leaves[1]
  }

  /// `switch`. Cases that share statements are one arm with several patterns; a `break` at an arm's end goes without
  /// saying.
  mutating func switchStatement(_ node: Int32) -> Bool {
    let index = builder.open(.branch, .statement, range(node), flags: .match)
    if let value = js.child(node, fields.value) { expression(value, .condition) }
    scope.enterBlock()
    var patterns: [Int32] = []
    var hasDefault = false
    var isDefault = false
    var outcomes: [Bool] = []
    let cases = js.child(node, fields.body).map { body in
      js.children(body).filter { kind($0) == .switchCase || kind($0) == .switchDefault }
    }
    for clause in cases ?? [] {
      if kind(clause) == .switchDefault { isDefault = true }
      if let value = js.child(clause, fields.value) { patterns.append(value) }
      let body = statements(ofCase: clause)
      // An empty case falls into the next one.
      guard !body.isEmpty || clause == cases?.last else { continue }
      hasDefault = hasDefault || isDefault
      outcomes.append(arm(clause, patterns, body, isDefault ? .otherwise : .arm))
      patterns = []
      isDefault = false
    }
    scope.leaveBlock()
    builder.close()
    let goesOn = !hasDefault || outcomes.contains(false)
    if goesOn, outcomes.contains(true) { builder.insert(.guard, at: index) }
    return !goesOn
  }

  private func statements(ofCase clause: Int32) -> [Int32] {
    var statements = js.children(clause).filter {
      js.syntax[$0].field == fields.body && js.syntax[$0].isNamed && kind($0) != .comment
    }
    if statements.count == 1, let only = statements.first, kind(only) == .statementBlock {
      statements = js.children(only).filter { js.syntax[$0].isNamed && kind($0) != .comment }
      // An empty block is a body too, unlike no statement at all.
      if statements.isEmpty { return [only] }
    }
    return statements
  }

  /// Writes an arm; whether it leaves more than the branch.
  private mutating func arm(_ clause: Int32, _ patterns: [Int32], _ body: [Int32], _ role: Role) -> Bool {
    let index = builder.open(.block, role, range(clause))
    for pattern in patterns { expression(pattern, .pattern) }
    var outcome = BlockOutcome()
    scope.enterBlock()
    for (offset, statement) in body.enumerated() {
      let isLast = offset == body.count - 1
      if isLast, kind(statement) == .breakStatement, js.child(statement, fields.label) == nil {
        outcome.leaves = false
        break
      }
      add(statement, to: &outcome)
    }
    scope.leaveBlock()
    if outcome.count == 0 { note(commentIn: clause, at: index) }
    builder.close()
    return outcome.leaves
  }

  // MARK: - Decisions among expressions

  /// `a && b();`, `a || b();` and `a ? b() : c();` decide like an `if`.
  mutating func decision(_ node: Int32) -> Bool {
    let plain = js.unwrap(node)
    if kind(plain) == .ternary, let condition = js.child(plain, fields.condition),
      let consequence = js.child(plain, fields.consequence), let alternative = js.child(plain, fields.alternative)
    {
      builder.open(.branch, .statement, range(node))
      expression(condition, .condition)
      arm(consequence, .arm)
      arm(alternative, .otherwise)
      builder.close()
      return true
    }
    guard kind(plain) == .binary, let sign = js.child(plain, fields.operator), let left = js.child(plain, fields.left),
      let right = js.child(plain, fields.right), js.isText(sign, "&&") || js.isText(sign, "||")
    else { return false }
    builder.open(.branch, .statement, range(node))
    if js.isText(sign, "&&") {
      expression(left, .condition)
    } else {
      builder.open(.condition, .condition, range(left), name: builder.name(Operator.not))
      expression(left, .operand)
      builder.close()
    }
    arm(right, .arm)
    builder.close()
    return true
  }

  private mutating func arm(_ node: Int32, _ role: Role) {
    builder.open(.block, role, range(node))
    if enter(node, .statement) {
      discarded(node)
      nesting -= 1
    }
    builder.close()
  }
}
