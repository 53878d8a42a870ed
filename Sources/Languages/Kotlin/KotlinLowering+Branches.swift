import Behaviour
import TreeSitter

extension KotlinLowering {
  private func condition(of node: Int32) -> Int32? { kt.child(node, kt.grammar.condition) }
  private func consequence(of node: Int32) -> Int32? { kt.child(node, kt.grammar.consequence) }
  private func alternative(of node: Int32) -> Int32? { kt.child(node, kt.grammar.alternative) }

  /// The `if` that an `else` goes on with.
  private func elseIf(_ body: Int32?) -> Int32? {
    guard let body, !kt.starts(body, with: "{"), let first = kt.firstPart(body), kind(first) == .if else { return nil }
    return first
  }

  /// Whether an `if` has an arm in braces, or is not there for its value.
  func hasBlocks(_ node: Int32) -> Bool {
    guard let body = consequence(of: node), let other = alternative(of: node) else { return true }
    if kt.starts(body, with: "{") || kt.starts(other, with: "{") { return true }
    return elseIf(other).map { hasBlocksOnce($0) } ?? false
  }

  private func hasBlocksOnce(_ node: Int32) -> Bool {
    guard let body = consequence(of: node), let other = alternative(of: node) else { return true }
    return kt.starts(body, with: "{") || kt.starts(other, with: "{")
  }

  /// `if`, with each `else if` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32, _ tail: Tail) -> Bool {
    if tail != .discarded, !hasBlocks(node) {
      if tail == .returned { core.builder.open(.return, .statement, range(node)) }
      conditional(node, tail == .returned ? .value : .statement)
      if tail == .returned { core.builder.close() }
      return false
    }
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause = node
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      if let condition = condition(of: clause) { expression(condition, .condition) }
      branches.append((index, block(consequence(of: clause), .arm, tail, endOf: clause)))
      guard let other = alternative(of: clause) else { break }
      guard let next = elseIf(other) else {
        leaves = block(other, .otherwise, tail, endOf: clause)
        break
      }
      guard !core.isTooDeep else {
        core.unknown(.otherwise, next)
        break
      }
      core.builder.open(.block, .otherwise, range(other).lowerBound..<end)
      clause = next
    }
    return close(branches, otherwise: leaves)
  }

  /// `if` for its value.
  mutating func conditional(_ node: Int32, _ role: Role) {
    core.builder.open(.branch, role, range(node), flags: [.expression])
    if let condition = condition(of: node) { expression(condition, .condition) }
    if let body = consequence(of: node) { arm(body, .arm) }
    if let body = alternative(of: node) { arm(body, .otherwise) }
    core.builder.close()
  }

  /// An arm that is one expression is that expression; else a block, whose last value is the arm's.
  private mutating func arm(_ body: Int32, _ role: Role) {
    if !kt[body].hasError, let only = onlyExpression(in: body) {
      expression(only, role)
    } else {
      block(body, role, .value, endOf: body)
    }
  }

  private func onlyExpression(in body: Int32) -> Int32? {
    let holder = kt.first(.statements, in: body) ?? body
    let parts = kt.parts(holder)
    guard parts.count == 1, let only = parts.first else { return nil }
    switch kind(only) {
    case .jump, .assignment, .property, .function, .class, .object, .for, .while, .doWhile, .try, .statements:
      return nil
    case .call: return isSpecial(only) ? nil : only
    default: return only
    }
  }

  // MARK: - when

  /// `when`: a branch with an arm for each entry; without a subject, one `if` behind the other.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func whenStatement(_ node: Int32, _ tail: Tail) -> Bool {
    guard let subject = kt.first(.whenSubject, in: node) else { return decisions(node, tail) }
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    whenSubject(subject)
    var anyLeaves = false
    var allLeave = true
    var isComplete = false
    for entry in kt.children(node) where kind(entry) == .whenEntry {
      let arm = whenEntry(entry, tail)
      anyLeaves = anyLeaves || arm.leaves
      allLeave = allLeave && arm.leaves
      isComplete = isComplete || arm.takesAll
    }
    core.builder.close()
    allLeave = allLeave && isComplete
    if anyLeaves, !allLeave { core.builder.insert(.guard, at: index) }
    return allLeave && anyLeaves
  }

  /// `when` for its value.
  mutating func whenValue(_ node: Int32, _ role: Role) {
    guard let subject = kt.first(.whenSubject, in: node) else {
      decisionValue(kt.children(node).filter { kind($0) == .whenEntry }[...], role, node)
      return
    }
    core.builder.open(.branch, role, range(node), flags: [.expression, .match])
    whenSubject(subject)
    for entry in kt.children(node) where kind(entry) == .whenEntry { _ = whenEntry(entry, .value) }
    core.builder.close()
  }

  private mutating func whenSubject(_ node: Int32) {
    guard let value = kt.lastPart(node) else { return }
    guard let variable = kt.first(.variable, in: node), let name = kt.first(.identifier, in: variable) else {
      expression(value, .condition)
      return
    }
    core.builder.open(.assign, .condition, range(node), flags: [.declares, .constant])
    declareAndWrite(name, .target)
    let known = expression(value, .value)
    core.builder.close()
    core.assign(core.symbol(name), known)
  }

  private mutating func whenEntry(_ node: Int32, _ tail: Tail) -> (leaves: Bool, takesAll: Bool) {
    let conditions = kt.children(node).filter { kind($0) == .whenCondition }
    let index = core.builder.open(.block, conditions.isEmpty ? .otherwise : .arm, range(node))
    for condition in conditions { pattern(condition) }
    let start = core.builder.count
    let body = kt.first(.controlBody, in: node)
    let leaves = body.map { statements(in: $0, tail) } ?? false
    core.builder.close()
    if let body, core.builder.count == start { note(comments(in: body), at: index) }
    return (leaves, conditions.isEmpty)
  }

  private mutating func pattern(_ node: Int32) {
    guard let test = kt.firstPart(node) else { return }
    switch kind(test) {
    case .typeTest:
      typeTest(test, .pattern, subject: nil)
    case .rangeTest:
      let name = core.builder.name(kt.has(.notIn, in: test) ? Operator.notIn : Operator.in)
      core.builder.open(.condition, .pattern, range(test), name: name)
      if let value = kt.firstPart(test) { expression(value, .operand) }
      core.builder.close()
    default: expression(test, .pattern)
    }
  }

  /// `when { a -> …; b, c -> …; else -> … }`
  private mutating func decisions(_ node: Int32, _ tail: Tail) -> Bool {
    let end = range(node).upperBound
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    var leaves = false
    for entry in kt.children(node) where kind(entry) == .whenEntry {
      let conditions = kt.children(entry).filter { kind($0) == .whenCondition }
      let body = kt.first(.controlBody, in: entry)
      guard !conditions.isEmpty else {
        if branches.isEmpty {
          leaves = body.map { statements(in: $0, tail) } ?? false
        } else {
          leaves = block(body, .otherwise, tail, endOf: entry)
        }
        break
      }
      guard !core.isTooDeep else {
        core.unknown(branches.isEmpty ? .statement : .otherwise, entry)
        break
      }
      if !branches.isEmpty { core.builder.open(.block, .otherwise, range(entry).lowerBound..<end) }
      let index = core.builder.open(.branch, .statement, range(entry).lowerBound..<end)
      anyOf(conditions, entry)
      branches.append((index, block(body, .arm, tail, endOf: entry)))
    }
    return close(branches, otherwise: leaves)
  }

  private mutating func decisionValue(_ entries: ArraySlice<Int32>, _ role: Role, _ node: Int32) {
    var opened = 0
    var role = role
    for entry in entries {
      let conditions = kt.children(entry).filter { kind($0) == .whenCondition }
      let body = kt.first(.controlBody, in: entry)
      if conditions.isEmpty || core.isTooDeep {
        if let body, !core.isTooDeep { arm(body, role) } else { core.unknown(role, entry) }
        break
      }
      core.builder.open(.branch, role, range(entry).lowerBound..<range(node).upperBound, flags: [.expression])
      opened += 1
      anyOf(conditions, entry)
      if let body { arm(body, .arm) }
      role = .otherwise
    }
    for _ in 0..<opened { core.builder.close() }
    if entries.isEmpty { core.builder.leaf(.branch, role, range(node), flags: [.expression, .match]) }
  }

  private mutating func anyOf(_ conditions: [Int32], _ entry: Int32) {
    let isAny = conditions.count > 1
    if isAny { core.builder.open(.condition, .condition, range(entry), name: core.builder.name(Operator.or)) }
    for condition in conditions {
      if let value = kt.firstPart(condition) { expression(value, isAny ? .operand : .condition) }
    }
    if isAny { core.builder.close() }
  }

  // MARK: - Loops

  mutating func forStatement(_ node: Int32) {
    let parts = kt.parts(node).filter { kind($0) != .annotation }
    let body = parts.last.flatMap { kind($0) == .controlBody ? $0 : nil }
    let targets = parts.filter { kind($0) == .variable || kind($0) == .variables }
    let iterable = parts.first { kind($0) != .variable && kind($0) != .variables && $0 != body }
    let isCounted = iterable.map { isRange(kt.unwrap($0)) } ?? false
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: (isCounted ? LoopKind.counted : .forEach).rawValue
    )
    if let iterable { expression(iterable, .iterable) }
    for target in targets { variableTargets(target) }
    block(body, .body, .discarded, endOf: node)
    core.builder.close()
  }

  /// `0..9`, `0 until n`, `n downTo 0 step 2`.
  private func isRange(_ node: Int32) -> Bool {
    if kind(node) == .range { return true }
    guard kind(node) == .infix, let word = infixWord(node) else { return false }
    return kt.isText(word, "until") || kt.isText(word, "downTo") || kt.isText(word, "step")
  }

  /// The word between the two sides of an infix call.
  func infixWord(_ node: Int32) -> Int32? {
    let parts = kt.parts(node)
    return parts.count == 3 ? parts[1] : nil
  }

  mutating func whileStatement(_ node: Int32) {
    let parts = kt.parts(node)
    let body = parts.last.flatMap { kind($0) == .controlBody ? $0 : nil }
    let condition = parts.first.flatMap { $0 == body ? nil : $0 }
    loop(node, condition, body)
  }

  /// `do { … } while (…)` asks behind its body.
  mutating func doStatement(_ node: Int32) {
    let parts = kt.parts(node)
    let body = parts.first.flatMap { kind($0) == .controlBody ? $0 : nil }
    let condition = parts.last.flatMap { $0 == body ? nil : $0 }
    loop(node, condition, body)
  }

  private mutating func loop(_ node: Int32, _ condition: Int32?, _ body: Int32?) {
    let isEndless = condition.map { kind(kt.unwrap($0)) == .boolean && kt.isText(kt.unwrap($0), "true") } ?? true
    core.builder.open(
      .loop,
      .statement,
      range(node),
      detail: (isEndless ? LoopKind.endless : .while).rawValue
    )
    if let condition, !isEndless { expression(condition, .condition) }
    block(body, .body, .discarded, endOf: node)
    core.builder.close()
  }
}
