import Behaviour
import TreeSitter

extension GoLowering {
  /// `if`, with each `else if` as a branch in the block that runs otherwise.
  ///
  /// - Returns: whether every way through it leaves.
  mutating func ifStatement(_ node: Int32) -> Bool {
    if let start = child(node, fields.initializer) { statement(start) }
    if let leaves = writeAsDemand(if: node) { return leaves }
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    let end = range(node).upperBound
    var clause = node
    var leaves = false
    while true {
      let index = core.builder.open(.branch, .statement, range(clause).lowerBound..<end)
      let condition = child(clause, fields.condition)
      if let condition { expression(condition, .condition) }
      let error = condition.flatMap { errorAsked($0) }
      if let error { function.caught.append(error) }
      if let body = child(clause, fields.consequence) {
        branches.append((index, block(body, .arm)))
      } else {
        emptyBlock(.arm, endOf: clause)
        branches.append((index, false))
      }
      if error != nil { function.caught.removeLast() }
      guard let next = child(clause, fields.alternative) else { break }
      guard kind(next) == .if, child(next, fields.initializer) == nil else {
        leaves = arm(next, .otherwise)
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

  /// The error that a condition says is there: `err != nil`, also beside other things.
  private mutating func errorAsked(_ condition: Int32) -> NameScope.Symbol? {
    var operands: [Int32] = []
    flatten(condition, "&&", into: &operands)
    for operand in operands.prefix(8) {
      let operand = go.unwrap(operand)
      guard kind(operand) == .binary, let left = child(operand, fields.left), go.isDotted(left),
        nullTest(of: left, in: operand) == false, isError(left, isOneOfSeveral: true)
      else { continue }
      return core.symbol(left)
    }
    return nil
  }

  // MARK: - switch

  mutating func switchStatement(_ node: Int32) -> Bool {
    if let start = child(node, fields.initializer) { statement(start) }
    guard let subject = child(node, fields.value) else { return conditionSwitch(node) }
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    expression(subject, .condition)
    return arms(of: node, at: index) { lowering, arm in
      for value in lowering.child(arm, lowering.fields.value).map(lowering.go.parts) ?? [] {
        lowering.expression(value, .pattern)
      }
    }
  }

  mutating func typeSwitch(_ node: Int32) -> Bool {
    if let start = child(node, fields.initializer) { statement(start) }
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    if let subject = child(node, fields.value) { expression(subject, .condition) }
    let alias = child(node, fields.alias).flatMap(go.firstPart)
    return arms(of: node, at: index) { lowering, arm in
      let types = lowering.go.children(arm).filter {
        lowering.go[$0].field == lowering.fields.type && lowering.go.isPart($0)
      }
      for type in types { lowering.typeRead(type, .pattern) }
      guard let alias else { return }
      let known = types.count == 1 ? lowering.declaredType(types[0]) : 0
      let certainty = known == 0 ? Certainty.nameOnly : .declaredType
      lowering.core.scope.declare(
        lowering.core.symbol(alias),
        NameScope.Binding(kind: .local, type: known, certainty: certainty)
      )
    }
  }

  mutating func selectStatement(_ node: Int32) -> Bool {
    let index = core.builder.open(.branch, .statement, range(node), flags: [.match])
    return arms(of: node, at: index) { lowering, arm in
      if let communication = lowering.child(arm, lowering.fields.communication) { lowering.statement(communication) }
    }
  }

  /// Writes the cases of a branch and closes it.
  private mutating func arms(
    of node: Int32,
    at index: NodeIndex,
    head: (inout GoLowering, Int32) -> Void
  ) -> Bool {
    let outside = function.breaksSwitch
    function.breaksSwitch = true
    defer { function.breaksSwitch = outside }
    var anyLeaves = false
    var allLeave = true
    var isComplete = kind(node) == .select
    for arm in go.children(node) {
      switch kind(arm) {
      case .expressionCase, .typeCase, .communicationCase, .defaultCase: break
      default: continue
      }
      let isDefault = kind(arm) == .defaultCase
      isComplete = isComplete || isDefault
      let block = core.builder.open(.block, isDefault ? .otherwise : .arm, range(arm))
      head(&self, arm)
      let start = core.builder.count
      let leaves = statements(of: arm)
      core.builder.close()
      if core.builder.count == start { note(commentsIn: arm, at: block) }
      anyLeaves = anyLeaves || leaves
      allLeave = allLeave && leaves
    }
    core.builder.close()
    allLeave = allLeave && isComplete
    if anyLeaves, !allLeave { core.builder.insert(.guard, at: index) }
    return allLeave && anyLeaves
  }

  /// `switch { case a: … case b: … default: … }`: an `if` for each case.
  private mutating func conditionSwitch(_ node: Int32) -> Bool {
    let outside = function.breaksSwitch
    function.breaksSwitch = true
    defer { function.breaksSwitch = outside }
    let cases = go.children(node).filter { kind($0) == .expressionCase || kind($0) == .defaultCase }
    let last = cases.first { kind($0) == .defaultCase }
    let end = range(node).upperBound
    var branches: [(node: NodeIndex, leaves: Bool)] = []
    for arm in cases where kind(arm) == .expressionCase {
      guard !core.isTooDeep else {
        core.unknown(branches.isEmpty ? .statement : .otherwise, arm)
        break
      }
      if !branches.isEmpty { core.builder.open(.block, .otherwise, range(arm).lowerBound..<end) }
      let index = core.builder.open(.branch, .statement, range(arm).lowerBound..<end)
      let values = child(arm, fields.value).map(go.parts) ?? []
      if values.count > 1 {
        core.builder.open(.condition, .condition, range(arm), name: core.builder.name(Operator.or))
        for value in values { expression(value, .operand) }
        core.builder.close()
      } else if let value = values.first {
        expression(value, .condition)
      }
      let error = values.first.flatMap { errorAsked($0) }
      if let error { function.caught.append(error) }
      branches.append((index, block(arm, .arm)))
      if error != nil { function.caught.removeLast() }
    }
    var leaves = false
    if let last { leaves = branches.isEmpty ? statements(of: last) : block(last, .otherwise) }
    return close(branches, otherwise: leaves)
  }
}
