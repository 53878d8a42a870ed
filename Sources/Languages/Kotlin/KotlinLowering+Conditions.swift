import Behaviour
import TreeSitter

extension KotlinLowering {
  /// `&&`, `||`: one node for all operands of the same word, however they are grouped.
  mutating func boolean(_ node: Int32, _ role: Role) {
    let word = kind(node)
    let name = core.builder.name(word == .conjunction ? Operator.and : Operator.or)
    core.builder.open(.condition, role, range(node), name: name)
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = kt.unwrap(next)
      if kind(operand) == word {
        waiting.append(contentsOf: kt.parts(operand).reversed())
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  mutating func not(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    if let operand = kt.lastPart(node) { expression(operand, .operand) }
    core.builder.close()
  }

  /// `==`, `<` and their like; a comparison with null asks for absence.
  mutating func comparison(_ node: Int32, _ role: Role) {
    let parts = kt.parts(node)
    guard let left = parts.first, let right = parts.last, left != right else {
      // Half typed: what is compared is there, with what is not.
      if let left = parts.first { expression(left, role) }
      return
    }
    let name = comparisonName(node)
    let isAlike = name == Operator.equal
    if isAlike || name == Operator.notEqual {
      let isLeftNull = kind(kt.unwrap(left)) == .null
      if isLeftNull || kind(kt.unwrap(right)) == .null {
        let test = isAlike ? Operator.isNull : Operator.isNotNull
        core.builder.open(.condition, role, range(node), name: core.builder.name(test))
        expression(isLeftNull ? right : left, .operand)
        core.builder.close()
        return
      }
    }
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    expression(left, .operand)
    expression(right, .operand)
    core.builder.close()
  }

  func comparisonName(_ node: Int32) -> String {
    kt.children(node).lazy.compactMap { KotlinLowering.comparisons[self.kind($0) ?? .file] }.first ?? Operator.equal
  }

  private static let comparisons: [KotlinKind: String] = [
    .equal: Operator.equal, .same: Operator.equal, .notEqual: Operator.notEqual, .notSame: Operator.notEqual,
    .less: Operator.less, .lessOrEqual: Operator.lessOrEqual, .greater: Operator.greater,
    .greaterOrEqual: Operator.greaterOrEqual,
  ]

  /// `x in xs`, `x !in xs`, `x is T`, `x !is T`.
  mutating func check(_ node: Int32, _ role: Role) {
    let parts = kt.parts(node)
    guard let left = parts.first else { return }
    if kt.has(.in, in: node) || kt.has(.notIn, in: node) {
      let name = kt.has(.notIn, in: node) ? Operator.notIn : Operator.in
      core.builder.open(.condition, role, range(node), name: core.builder.name(name))
      for part in parts { expression(part, .operand) }
      core.builder.close()
    } else {
      typeTest(node, role, subject: left)
    }
  }

  /// `is T`, `!is T`, with what is asked.
  mutating func typeTest(_ node: Int32, _ role: Role, subject: Int32?) {
    let isNegated = kt.has(.isNot, in: node)
    if isNegated { core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not)) }
    core.builder.open(
      .condition,
      isNegated ? .operand : role,
      range(node),
      name: core.builder.name(Operator.isType)
    )
    if let subject { expression(subject, .operand) }
    if let type = kt.lastPart(node), type != subject { self.type(type, .operand) }
    core.builder.close()
    if isNegated { core.builder.close() }
  }
}
