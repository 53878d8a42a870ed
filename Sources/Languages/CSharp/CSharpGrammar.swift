import GrammarCSharp
import TreeSitter

/// The grammar's numbers, looked up once.
struct CSharpGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<CSharpKind>
  let fields: CSharpFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_c_sharp()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    fields = CSharpFields(grammar)
    skipped = CSharpGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells. What makes a string up is read
  /// from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "this", "base", "await", "using", "static", "global", "out", "ref", "params", "break", "default", "get", "set",
      "init", "add", "remove", "operator", "var",
      "&&", "||", "??", "==", "!=", "<", "<=", ">", ">=", "is", "as",
      "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "<<", ">>", ">>>", "++", "--", "..",
      "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "??=",
    ]
    let partsOfStrings: Set<String> = [
      "string_literal_content", "string_content", "escape_sequence", "character_literal_content", "raw_string_start",
      "raw_string_content", "raw_string_end", "string_literal_encoding", "interpolation_start", "interpolation_quote",
      "interpolation_brace", "preproc_arg",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptWords.contains(name)
    }
  }
}

struct CSharpFields: Sendable {
  let accessors, alternative, arguments, body, condition, consequence, expression, function, initializer: UInt8
  let left, name, `operator`, parameters, pattern, qualifier, returns, right, `subscript`, type, update, value: UInt8

  init(_ grammar: Grammar) {
    accessors = grammar.fieldNumber("accessors")
    alternative = grammar.fieldNumber("alternative")
    arguments = grammar.fieldNumber("arguments")
    body = grammar.fieldNumber("body")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    expression = grammar.fieldNumber("expression")
    function = grammar.fieldNumber("function")
    initializer = grammar.fieldNumber("initializer")
    left = grammar.fieldNumber("left")
    name = grammar.fieldNumber("name")
    `operator` = grammar.fieldNumber("operator")
    parameters = grammar.fieldNumber("parameters")
    pattern = grammar.fieldNumber("pattern")
    qualifier = grammar.fieldNumber("qualifier")
    returns = grammar.fieldNumber("returns")
    right = grammar.fieldNumber("right")
    `subscript` = grammar.fieldNumber("subscript")
    type = grammar.fieldNumber("type")
    update = grammar.fieldNumber("update")
    value = grammar.fieldNumber("value")
  }
}
