import Behaviour
import TreeSitter

extension PythonLowering {
  /// `and`, `or`: one node for all operands of the same word, however they are grouped.
  mutating func boolean(_ node: Int32, _ role: Role) {
    let isAnd = isAnd(node)
    let name = core.builder.name(isAnd ? Operator.and : Operator.or)
    core.builder.open(.condition, role, range(node), name: name)
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = py.unwrap(next)
      if kind(operand) == .boolean, self.isAnd(operand) == isAnd {
        if let right = child(operand, fields.right) { waiting.append(right) }
        if let left = child(operand, fields.left) { waiting.append(left) }
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  private func isAnd(_ node: Int32) -> Bool { child(node, fields.operator).map { kind($0) == .and } ?? true }

  mutating func not(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    if let operand = child(node, fields.argument) { expression(operand, .operand) }
    core.builder.close()
  }

  /// One comparison, or several chained (`a < b < c`), which all must hold.
  mutating func comparison(_ node: Int32, _ role: Role) {
    var operands: [Int32] = []
    var marks: [Int32] = []
    for part in py.children(node) {
      if py[part].field == fields.operators { marks.append(part) } else if py.isPart(part) { operands.append(part) }
    }
    guard operands.count > 1, let mark = marks.first else {
      // Half typed: what is compared is there, with what is not.
      if let operand = operands.first { expression(operand, role) }
      return
    }
    if marks.count == 1 || operands.count == 2 {
      comparison(Comparison(operands[0], mark, operands[1], py), range(node), role)
      return
    }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.and))
    for (index, mark) in marks.enumerated() where index + 1 < operands.count {
      let bytes = range(operands[index]).lowerBound..<range(operands[index + 1]).upperBound
      comparison(Comparison(operands[index], mark, operands[index + 1], py), bytes, .operand)
    }
    core.builder.close()
  }

  private mutating func comparison(_ found: Comparison, _ bytes: Range<Int>, _ role: Role) {
    core.builder.open(.condition, role, bytes, name: core.builder.name(found.name))
    expression(found.left, .operand)
    if let right = found.right { expression(right, .operand) }
    core.builder.close()
  }

  /// `isinstance(value, type)`.
  func isTypeTest(_ node: Int32, _ callee: Int32, _ place: Place) -> Bool {
    py.isText(callee, "isinstance") && place.path == place.name
  }

  mutating func typeTest(_ node: Int32, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.isType))
    for part in givenArguments(node) { expression(part, .operand) }
    core.builder.close()
  }
}

/// A comparison of two values, or of one with nothing.
struct Comparison {
  let name: String
  let left: Int32
  /// Nil where the name says what it is compared with.
  let right: Int32?

  init(_ left: Int32, _ mark: Int32, _ right: Int32, _ py: PythonSyntax) {
    let kind = py.kind(mark)
    let isAlike = kind == .isWord || kind == .equal
    if isAlike || kind == .isNot || kind == .notEqual || kind == .notEqualOld {
      let isLeftNull = py.kind(py.unwrap(left)) == PythonKind.none
      if isLeftNull || py.kind(py.unwrap(right)) == PythonKind.none {
        name = isAlike ? Operator.isNull : Operator.isNotNull
        self.left = isLeftNull ? right : left
        self.right = nil
        return
      }
      if isAlike, let value = Comparison.typeAsked(py.unwrap(left), py) {
        name = Operator.isType
        self.left = value
        self.right = right
        return
      }
    }
    name = Comparison.names[kind ?? .equal] ?? Operator.equal
    self.left = left
    self.right = right
  }

  /// The value in `type(value)`.
  private static func typeAsked(_ node: Int32, _ py: PythonSyntax) -> Int32? {
    guard py.kind(node) == .call, let callee = py.child(node, py.fields.function), py.isText(callee, "type"),
      let list = py.child(node, py.fields.arguments), py.kind(list) == .arguments
    else { return nil }
    let given = py.parts(list)
    return given.count == 1 ? given.first : nil
  }

  private static let names: [PythonKind: String] = [
    .equal: Operator.equal, .isWord: Operator.equal,
    .notEqual: Operator.notEqual, .notEqualOld: Operator.notEqual, .isNot: Operator.notEqual,
    .less: Operator.less, .lessOrEqual: Operator.lessOrEqual,
    .greater: Operator.greater, .greaterOrEqual: Operator.greaterOrEqual,
    .in: Operator.in, .notIn: Operator.notIn,
  ]
}
