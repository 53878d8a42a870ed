import GrammarGo
import TreeSitter

/// The grammar's numbers, looked up once.
struct GoGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<GoKind>
  let fields: GoFields
  let skipped: [Bool]

  init?() {
    guard var grammar = Grammar(tree_sitter_go()) else { return nil }
    grammar.masking = { GoMasking.masked($0) }
    self.grammar = grammar
    kinds = KindTable(grammar, named: true)
    fields = GoFields(grammar)
    skipped = GoGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only operators are kept. What makes a string up is read from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptMarks: Set<String> = [
      "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&^", "!", "<-", "&&", "||", "~",
      "==", "!=", "<", "<=", ">", ">=", "=",
      "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&^=",
    ]
    let partsOfStrings: Set<String> = [
      "interpreted_string_literal_content", "raw_string_literal_content", "escape_sequence",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptMarks.contains(name)
    }
  }
}

struct GoFields: Sendable {
  let alias, alternative, arguments, body, channel, communication, condition, consequence, element, end: UInt8
  let field, function, index, initializer, key, left, name, operand, `operator`, package, parameters, path: UInt8
  let receiver, result, right, start, type, typeArguments, update, value, capacity, label: UInt8

  init(_ grammar: Grammar) {
    alias = grammar.fieldNumber("alias")
    alternative = grammar.fieldNumber("alternative")
    arguments = grammar.fieldNumber("arguments")
    body = grammar.fieldNumber("body")
    capacity = grammar.fieldNumber("capacity")
    channel = grammar.fieldNumber("channel")
    communication = grammar.fieldNumber("communication")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    element = grammar.fieldNumber("element")
    end = grammar.fieldNumber("end")
    field = grammar.fieldNumber("field")
    function = grammar.fieldNumber("function")
    index = grammar.fieldNumber("index")
    initializer = grammar.fieldNumber("initializer")
    key = grammar.fieldNumber("key")
    label = grammar.fieldNumber("label")
    left = grammar.fieldNumber("left")
    name = grammar.fieldNumber("name")
    operand = grammar.fieldNumber("operand")
    `operator` = grammar.fieldNumber("operator")
    package = grammar.fieldNumber("package")
    parameters = grammar.fieldNumber("parameters")
    path = grammar.fieldNumber("path")
    receiver = grammar.fieldNumber("receiver")
    result = grammar.fieldNumber("result")
    right = grammar.fieldNumber("right")
    start = grammar.fieldNumber("start")
    type = grammar.fieldNumber("type")
    typeArguments = grammar.fieldNumber("type_arguments")
    update = grammar.fieldNumber("update")
    value = grammar.fieldNumber("value")
  }
}
