import GrammarPython
import TreeSitter

/// The grammar's numbers, looked up once.
struct PythonGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<PythonKind>
  let fields: PythonFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_python()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    fields = PythonFields(grammar)
    skipped = PythonGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells: operators, `async`. What makes a
  /// string up is read from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "async", "_", "and", "or", "not", "in", "is", "not in", "is not",
      "==", "!=", "<>", "<", "<=", ">", ">=",
      "+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "~", "<<", ">>",
      "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", "<<=", ">>=",
    ]
    let partsOfStrings: Set<String> = [
      "string_start", "string_content", "string_end", "escape_sequence", "escape_interpolation", "type_conversion",
      "line_continuation",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptWords.contains(name)
    }
  }
}

struct PythonFields: Sendable {
  let alias, alternative, argument, arguments, attribute, body, cause, condition, consequence, definition: UInt8
  let function, guarded, key, left, moduleName, name, object, `operator`, operators, parameters: UInt8
  let returnType, right, subject, `subscript`, superclasses, type, value: UInt8

  init(_ grammar: Grammar) {
    alias = grammar.fieldNumber("alias")
    alternative = grammar.fieldNumber("alternative")
    argument = grammar.fieldNumber("argument")
    arguments = grammar.fieldNumber("arguments")
    attribute = grammar.fieldNumber("attribute")
    body = grammar.fieldNumber("body")
    cause = grammar.fieldNumber("cause")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    definition = grammar.fieldNumber("definition")
    function = grammar.fieldNumber("function")
    guarded = grammar.fieldNumber("guard")
    key = grammar.fieldNumber("key")
    left = grammar.fieldNumber("left")
    moduleName = grammar.fieldNumber("module_name")
    name = grammar.fieldNumber("name")
    object = grammar.fieldNumber("object")
    `operator` = grammar.fieldNumber("operator")
    operators = grammar.fieldNumber("operators")
    parameters = grammar.fieldNumber("parameters")
    returnType = grammar.fieldNumber("return_type")
    right = grammar.fieldNumber("right")
    subject = grammar.fieldNumber("subject")
    `subscript` = grammar.fieldNumber("subscript")
    superclasses = grammar.fieldNumber("superclasses")
    type = grammar.fieldNumber("type")
    value = grammar.fieldNumber("value")
  }
}
