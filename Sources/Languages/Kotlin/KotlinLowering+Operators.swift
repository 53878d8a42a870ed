import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Writes operators that were put together anew.
  mutating func operators(_ found: KotlinOperators, _ index: Int, _ role: Role) {
    let bytes = found.range(index)
    guard !core.isTooDeep else {
      core.builder.leaf(.unknown, role, bytes)
      return
    }
    switch found.items[index] {
    case .operand(let node): _ = expression(node, role)
    case .prefix(let node, let inner):
      if kt.has(.not, in: node) {
        core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.not))
      } else {
        core.builder.open(.operation, role, bytes, name: sign(of: node))
      }
      operators(found, inner, .operand)
      core.builder.close()
    case .binary(let node, let left, let right): binary(found, (node, left, right), bytes, role)
    }
  }

  private mutating func sign(of node: Int32) -> NameID {
    guard let sign = kt.children(node).first(where: { !kt[$0].isNamed }) else { return 0 }
    return core.name(sign)
  }

  private mutating func binary(
    _ found: KotlinOperators,
    _ item: (node: Int32, left: Int, right: Int),
    _ bytes: Range<Int>,
    _ role: Role
  ) {
    let (node, left, right) = item
    switch kind(node) {
    case .conjunction, .disjunction:
      let name = kind(node) == .conjunction ? Operator.and : Operator.or
      core.builder.open(.condition, role, bytes, name: core.builder.name(name))
      for side in [left, right] { sides(found, side, like: kind(node)) }
    case .equality, .comparison:
      let name = comparisonName(node)
      let isAlike = name == Operator.equal
      if isAlike || name == Operator.notEqual, isNull(found.items[right]) {
        let test = isAlike ? Operator.isNull : Operator.isNotNull
        core.builder.open(.condition, role, bytes, name: core.builder.name(test))
        operators(found, left, .operand)
      } else {
        core.builder.open(.condition, role, bytes, name: core.builder.name(name))
        operators(found, left, .operand)
        operators(found, right, .operand)
      }
    case .check:
      let isNegated = kt.has(.isNot, in: node)
      let isType = isNegated || kt.has(.isWord, in: node)
      if isNegated { core.builder.open(.condition, role, bytes, name: core.builder.name(Operator.not)) }
      let name = isType ? Operator.isType : kt.has(.notIn, in: node) ? Operator.notIn : Operator.in
      core.builder.open(.condition, isNegated ? .operand : role, bytes, name: core.builder.name(name))
      operators(found, left, .operand)
      operators(found, right, .operand)
      if isNegated { core.builder.close() }
    case .elvis:
      core.builder.open(.operation, role, bytes, name: core.builder.name(Operator.orElse))
      operators(found, left, .operand)
      operators(found, right, .operand)
    case .infix:
      let word = infixWord(node)
      core.builder.open(.call, role, bytes, name: word.map { core.builder.name("." + core.text($0)) } ?? 0)
      operators(found, left, .receiver)
      core.builder.open(.argument, .argument, found.range(right))
      operators(found, right, .value)
      core.builder.close()
    default:
      let name = kind(node) == .cast ? core.builder.name(Operator.cast) : sign(of: node)
      core.builder.open(.operation, role, bytes, name: name)
      operators(found, left, .operand)
      if kind(node) != .cast { operators(found, right, .operand) }
    }
    core.builder.close()
  }

  /// All operands of the same word are operands of one node.
  private mutating func sides(_ found: KotlinOperators, _ index: Int, like word: KotlinKind?) {
    if case .binary(let node, let left, let right) = found.items[index], kind(node) == word {
      sides(found, left, like: word)
      sides(found, right, like: word)
    } else if case .operand(let node) = found.items[index], kind(kt.unwrap(node)) == word {
      // In parentheses, which say nothing here.
      for part in kt.parts(kt.unwrap(node)) { expression(part, .operand) }
    } else {
      operators(found, index, .operand)
    }
  }

  private func isNull(_ item: KotlinOperators.Item) -> Bool {
    guard case .operand(let node) = item else { return false }
    return kind(kt.unwrap(node)) == .null
  }
}
