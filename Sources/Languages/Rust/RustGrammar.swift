import GrammarRust
import TreeSitter

/// The grammar's numbers, looked up once.
struct RustGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<RustKind>
  let fields: RustFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_rust()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    fields = RustFields(grammar)
    skipped = RustGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells. What makes a string or a comment
  /// up is read from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "async", "gen", "_", "-", "*", "!", "+", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||", "==", "!=", "<", "<=",
      ">", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "..", "..=", "...",
    ]
    let partsOfTexts: Set<String> = [
      "string_content", "escape_sequence", "outer_doc_comment_marker", "inner_doc_comment_marker", "doc_comment",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfTexts.contains(name) : !keptWords.contains(name)
    }
  }
}

struct RustFields: Sendable {
  let alias, alternative, argument, arguments, body, condition, consequence, field, function, left: UInt8
  let list, `macro`, name, `operator`, parameters, path, pattern, returnType, right, trait, type: UInt8
  let typeArguments, value: UInt8

  init(_ grammar: Grammar) {
    alias = grammar.fieldNumber("alias")
    alternative = grammar.fieldNumber("alternative")
    argument = grammar.fieldNumber("argument")
    arguments = grammar.fieldNumber("arguments")
    body = grammar.fieldNumber("body")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    field = grammar.fieldNumber("field")
    function = grammar.fieldNumber("function")
    left = grammar.fieldNumber("left")
    list = grammar.fieldNumber("list")
    `macro` = grammar.fieldNumber("macro")
    name = grammar.fieldNumber("name")
    `operator` = grammar.fieldNumber("operator")
    parameters = grammar.fieldNumber("parameters")
    path = grammar.fieldNumber("path")
    pattern = grammar.fieldNumber("pattern")
    returnType = grammar.fieldNumber("return_type")
    right = grammar.fieldNumber("right")
    trait = grammar.fieldNumber("trait")
    type = grammar.fieldNumber("type")
    typeArguments = grammar.fieldNumber("type_arguments")
    value = grammar.fieldNumber("value")
  }
}
