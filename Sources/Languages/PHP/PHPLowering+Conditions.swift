import Behaviour
import TreeSitter

extension PHPLowering {
  mutating func binary(_ node: Int32, _ role: Role) -> Known {
    guard let mark = child(node, fields.operator), let left = child(node, fields.left),
      let right = child(node, fields.right)
    else {
      // Half typed: what is there stands for itself.
      for part in php.parts(node) { expression(part, role) }
      return .nothing
    }
    if let word = connective(mark) {
      connected(node, word, role)
      return .nothing
    }
    if php.isText(mark, "instanceof") {
      condition(Operator.isType, node, role, [left, right])
      return .nothing
    }
    if let name = comparison(mark) {
      let isAlike = name == Operator.equal
      if isAlike || name == Operator.notEqual {
        let isLeftNull = kind(php.unwrap(left)) == .null
        if isLeftNull || kind(php.unwrap(right)) == .null {
          condition(isAlike ? Operator.isNull : Operator.isNotNull, node, role, [isLeftNull ? right : left])
          return .nothing
        }
        if let value = typeAsked(php.unwrap(left)) {
          condition(Operator.isType, node, role, [value, right], isNegated: !isAlike)
          return .nothing
        }
      }
      condition(name, node, role, [left, right])
      return .nothing
    }
    // Texts are joined by a dot.
    let name = php.isText(mark, ".") ? core.builder.name("+") : core.name(mark)
    core.builder.open(.operation, role, range(node), name: name)
    let known = expression(left, .operand)
    expression(right, .operand)
    core.builder.close()
    return php.isText(mark, "??") ? known : .nothing
  }

  private func connective(_ mark: Int32) -> String? {
    if php.isText(mark, "&&") || isWord(mark, "and") { return Operator.and }
    if php.isText(mark, "||") || isWord(mark, "or") { return Operator.or }
    return nil
  }

  /// Whether a mark is a word, in whatever case.
  private func isWord(_ mark: Int32, _ word: String) -> Bool {
    range(mark).count == word.utf8.count && php.text(mark).lowercased() == word
  }

  /// `&&`, `||`: one node for all operands of the same word, however they are grouped.
  private mutating func connected(_ node: Int32, _ word: String, _ role: Role) {
    core.builder.open(.condition, role, range(node), name: core.builder.name(word))
    var waiting = [node]
    while let next = waiting.popLast() {
      let operand = php.unwrap(next)
      if kind(operand) == .binary, let mark = child(operand, fields.operator), connective(mark) == word,
        let left = child(operand, fields.left), let right = child(operand, fields.right)
      {
        waiting.append(right)
        waiting.append(left)
      } else {
        expression(operand, .operand)
      }
    }
    core.builder.close()
  }

  /// Whether an expression joins others by `&&` or `||`; which of them.
  func connective(of node: Int32) -> (word: String, left: Int32, right: Int32)? {
    guard kind(node) == .binary, let mark = child(node, fields.operator), let word = connective(mark),
      let left = child(node, fields.left), let right = child(node, fields.right)
    else { return nil }
    return (word, left, right)
  }

  private func comparison(_ mark: Int32) -> String? {
    if php.isText(mark, "===") || php.isText(mark, "==") { return Operator.equal }
    if php.isText(mark, "!==") || php.isText(mark, "!=") || php.isText(mark, "<>") { return Operator.notEqual }
    if php.isText(mark, "<") { return Operator.less }
    if php.isText(mark, "<=") { return Operator.lessOrEqual }
    if php.isText(mark, ">") { return Operator.greater }
    if php.isText(mark, ">=") { return Operator.greaterOrEqual }
    return nil
  }

  private mutating func condition(
    _ name: String,
    _ node: Int32,
    _ role: Role,
    _ operands: [Int32],
    isNegated: Bool = false
  ) {
    var role = role
    if isNegated {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
      role = .operand
    }
    core.builder.open(.condition, role, range(node), name: core.builder.name(name))
    for operand in operands { expression(operand, .operand) }
    core.builder.close()
    if isNegated { core.builder.close() }
  }

  /// The value in `gettype($value)`, `get_class($value)`.
  private func typeAsked(_ node: Int32) -> Int32? {
    guard kind(node) == .call, let callee = child(node, fields.function),
      php.isText(callee, "gettype") || php.isText(callee, "get_class") || php.isText(callee, "get_debug_type")
    else { return nil }
    let given = givenValues(node)
    return given.count == 1 ? given.first : nil
  }

  mutating func unary(_ node: Int32, _ role: Role) {
    guard let mark = child(node, fields.operator), let operand = child(node, fields.argument) else {
      for part in php.parts(node) { expression(part, role) }
      return
    }
    if php.isText(mark, "!") {
      not(node, operand, role)
      return
    }
    core.builder.open(.operation, role, range(node), name: core.name(mark))
    expression(operand, .operand)
    core.builder.close()
  }

  private mutating func not(_ node: Int32, _ operand: Int32, _ role: Role) {
    let plain = php.unwrap(operand)
    if kind(plain) == .call, let question = question(plain, isNegated: true) {
      ask(question, node, role)
      return
    }
    core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
    expression(operand, .operand)
    core.builder.close()
  }

  // MARK: - Questions that PHP asks by functions

  struct Question {
    let name: String
    let operands: [Int32]
    /// The type that is asked for, where no operand names it.
    var type: String?
    var isNegated = false
    /// It is a key that is asked for, not an element.
    var isByKey = false
  }

  /// What a call asks of its arguments: `isset`, `in_array`, `is_null`, `is_string`; nil for any other call.
  func question(_ call: Int32, isNegated: Bool = false) -> Question? {
    guard let callee = child(call, fields.function), isBuiltin(callee) else { return nil }
    let name = core.source.slice(range(callee))
    // Most calls are decided by their first letters.
    guard let first = name.first(where: { $0 != UInt8(ascii: "\\") }),
      first == 0x69 || first == 0x65 || first == 0x61 || first == 0x6B
    else { return nil }
    let given = givenValues(call)
    guard !given.isEmpty else { return nil }
    switch php.dotted(callee) {
    case "isset":
      guard given.count == 1 else { return nil }
      let asked = php.unwrap(given[0])
      let parts = kind(asked) == .element ? php.parts(asked) : []
      if parts.count == 2 {
        return Question(
          name: isNegated ? Operator.notIn : Operator.in,
          operands: [parts[1], parts[0]],
          isByKey: true
        )
      }
      return Question(name: isNegated ? Operator.isNull : Operator.isNotNull, operands: [asked])
    case "empty":
      return Question(name: isNegated ? "" : Operator.not, operands: [given[0]])
    case "is_null":
      return Question(name: isNegated ? Operator.isNotNull : Operator.isNull, operands: [given[0]])
    case "in_array", "array_key_exists", "key_exists":
      guard given.count >= 2 else { return nil }
      return Question(
        name: isNegated ? Operator.notIn : Operator.in,
        operands: [given[0], given[1]],
        isByKey: php.dotted(callee) != "in_array"
      )
    case "is_a", "is_subclass_of":
      guard given.count >= 2 else { return nil }
      return Question(name: Operator.isType, operands: [given[0], given[1]], isNegated: isNegated)
    case let other:
      guard let type = PHPLowering.typeQuestions[other] else { return nil }
      return Question(name: Operator.isType, operands: [given[0]], type: type, isNegated: isNegated)
    }
  }

  mutating func ask(_ question: Question, _ node: Int32, _ role: Role) {
    guard !question.name.isEmpty else {
      // `!empty($x)` is `$x`.
      expression(question.operands[0], role)
      return
    }
    var role = role
    if question.isNegated {
      core.builder.open(.condition, role, range(node), name: core.builder.name(Operator.not))
      role = .operand
    }
    let flags: NodeFlags = question.isByKey ? [.byKey] : []
    core.builder.open(.condition, role, range(node), name: core.builder.name(question.name), flags: flags)
    for operand in question.operands { expression(operand, .operand) }
    if let type = question.type {
      let name = core.builder.name(type)
      core.builder.leaf(.literal, .operand, range(node), name: name, detail: LiteralKind.string.rawValue)
    }
    core.builder.close()
    if question.isNegated { core.builder.close() }
  }

  private static let typeQuestions: [String: String] = [
    "is_string": "string", "is_int": "int", "is_integer": "int", "is_long": "int", "is_float": "float",
    "is_double": "float", "is_bool": "bool", "is_array": "array", "is_object": "object", "is_numeric": "numeric",
    "is_resource": "resource", "is_iterable": "iterable", "is_callable": "callable", "is_countable": "countable",
    "is_scalar": "scalar",
  ]
}
