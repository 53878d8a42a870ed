import Behaviour
import TreeSitter

extension PHPLowering {
  /// `if`, with each `elseif` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause: Int32 = node
    var alternatives = php.children(node).filter { php[$0].field == fields.alternative && !php[$0].isError }
      .makeIterator()
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      if let condition = child(clause, fields.condition) { expression(condition, .condition) }
      if let body = child(clause, fields.body) {
        branches.append((index, block(body, .arm)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
      guard let next = alternatives.next() else { break }
      guard kind(next) == .elseIf else {
        if let body = child(next, fields.body) { leaves = block(body, .otherwise) }
        break
      }
      guard !core.isTooDeep else {
        core.unknown(.otherwise, next)
        break
      }
      core.builder.open(.block, .otherwise, range(next).lowerBound..<end)
      clause = next
    }
    return close(branches, otherwise: leaves)
  }

  /// `switch`. Cases that share statements are one arm with several patterns; a `break` at an arm's end goes without
  /// saying.
  mutating func switchStatement(_ node: Int32) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    if let subject = child(node, fields.condition).map(php.unwrap), !isTrue(subject) { expression(subject, .condition) }
    let cases = child(node, fields.body).map { body in
      php.children(body).filter { kind($0) == .case || kind($0) == .defaultCase }
    }
    var patterns: [Int32] = []
    var isDefault = false
    var hasDefault = false
    var outcomes: [Bool] = []
    for clause in cases ?? [] {
      if kind(clause) == .defaultCase { isDefault = true }
      let value = child(clause, fields.value)
      if let value { patterns.append(value) }
      let body = statements(ofCase: clause, value)
      // An empty case falls into the next one.
      guard !body.isEmpty || clause == cases?.last else { continue }
      hasDefault = hasDefault || isDefault
      outcomes.append(arm(clause, patterns, body, isDefault ? .otherwise : .arm))
      patterns = []
      isDefault = false
    }
    core.builder.close()
    let goesOn = !hasDefault || outcomes.contains(false)
    if goesOn, outcomes.contains(true) { core.builder.insert(.guard, at: index) }
    return !goesOn
  }

  private func isTrue(_ node: Int32) -> Bool { kind(node) == .boolean && php.text(node).lowercased() == "true" }

  private func statements(ofCase clause: Int32, _ value: Int32?) -> [Int32] {
    var statements = php.children(clause).filter { part in
      part != value && kind(part) != .comment && (php[part].isNamed || php[part].isError)
    }
    if statements.count == 1, let only = statements.first, kind(only) == .compound {
      statements = php.parts(only)
      // An empty block is a body too, unlike no statement at all.
      if statements.isEmpty { return [only] }
    }
    return statements
  }

  /// Writes an arm; whether it leaves more than the branch.
  private mutating func arm(_ clause: Int32, _ patterns: [Int32], _ body: [Int32], _ role: Role) -> Bool {
    let index = core.builder.open(.block, role, range(clause))
    for pattern in patterns { expression(pattern, .pattern) }
    let start = core.builder.count
    var leaves = false
    for (offset, statement) in body.enumerated() {
      if offset == body.count - 1, kind(statement) == .break, php.firstPart(statement) == nil {
        leaves = false
        break
      }
      let before = core.builder.count
      let doesLeave = self.statement(statement)
      if core.builder.count > before { leaves = doesLeave }
    }
    let isEmpty = core.builder.count == start
    core.builder.close()
    if isEmpty { note(commentsIn: clause, at: index) }
    return leaves
  }

  /// `match`: a branch with an arm for each value, which is given where the match stands.
  ///
  /// - Returns: whether every way through it leaves.
  @discardableResult
  mutating func match(_ node: Int32, _ role: Role, _ use: NodeFlags) -> Bool {
    let isStatement = role == .statement
    let flags: NodeFlags = isStatement ? [.match] : [.match, .expression]
    let index = core.builder.open(.branch, role, range(node), flags: flags)
    if let subject = child(node, fields.condition).map(php.unwrap), !isTrue(subject) { expression(subject, .condition) }
    var outcomes: [Bool] = []
    var hasDefault = false
    for clause in php.children(child(node, fields.body) ?? node) {
      guard kind(clause) == .matchArm || kind(clause) == .matchDefault else { continue }
      let isDefault = kind(clause) == .matchDefault
      hasDefault = hasDefault || isDefault
      core.builder.open(.block, isDefault ? .otherwise : .arm, range(clause))
      if let patterns = child(clause, fields.conditionalExpressions) {
        for pattern in php.children(patterns) where php.isPart(pattern) { expression(pattern, .pattern) }
      }
      if let value = child(clause, fields.returnExpression) {
        if kind(php.unwrap(value)) == .throw {
          raise(php.unwrap(value), .statement)
          outcomes.append(true)
        } else {
          expression(value, isStatement ? .statement : .value, use)
          outcomes.append(false)
        }
      }
      core.builder.close()
    }
    core.builder.close()
    let goesOn = !hasDefault || outcomes.contains(false)
    if goesOn, outcomes.contains(true) { core.builder.insert(.guard, at: index) }
    return !goesOn && isStatement
  }
}
