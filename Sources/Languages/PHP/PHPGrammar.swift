import GrammarPHP
import TreeSitter

/// The grammar's numbers, looked up once.
struct PHPGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<PHPKind>
  let fields: PHPFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_php()) else { return nil }
    self.grammar = grammar
    // `string` is a literal, and the word for its type.
    kinds = KindTable(grammar, named: true)
    fields = PHPFields(grammar)
    skipped = PHPGrammar.skippedKinds(of: grammar)
  }

  /// Of words and marks only those are kept that no shape of the tree tells: operators.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "!", "+", "-", "~", "++", "--", "**", "*", "/", "%", ".", "<<", ">>", "&", "|", "^", "|>",
      "=", "**=", "*=", "/=", "%=", "+=", "-=", ".=", "<<=", ">>=", "&=", "^=", "|=", "??=",
      "&&", "||", "and", "or", "xor", "??", "instanceof",
      "==", "!=", "<>", "===", "!==", "<", ">", "<=", ">=", "<=>", "=>",
    ]
    let partsOfStrings: Set<String> = ["heredoc_start", "heredoc_end", "nowdoc_string"]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptWords.contains(name)
    }
  }
}

struct PHPFields: Sendable {
  let alias, alternative, argument, arguments, attributes, body, condition, conditionalExpressions: UInt8
  let defaultValue, function, initialize, left, name, object, `operator`, parameters, prefix: UInt8
  let returnExpression, returnType, right, scope, type, update, value: UInt8

  init(_ grammar: Grammar) {
    alias = grammar.fieldNumber("alias")
    alternative = grammar.fieldNumber("alternative")
    argument = grammar.fieldNumber("argument")
    arguments = grammar.fieldNumber("arguments")
    attributes = grammar.fieldNumber("attributes")
    body = grammar.fieldNumber("body")
    condition = grammar.fieldNumber("condition")
    conditionalExpressions = grammar.fieldNumber("conditional_expressions")
    defaultValue = grammar.fieldNumber("default_value")
    function = grammar.fieldNumber("function")
    initialize = grammar.fieldNumber("initialize")
    left = grammar.fieldNumber("left")
    name = grammar.fieldNumber("name")
    object = grammar.fieldNumber("object")
    `operator` = grammar.fieldNumber("operator")
    parameters = grammar.fieldNumber("parameters")
    prefix = grammar.fieldNumber("prefix")
    returnExpression = grammar.fieldNumber("return_expression")
    returnType = grammar.fieldNumber("return_type")
    right = grammar.fieldNumber("right")
    scope = grammar.fieldNumber("scope")
    type = grammar.fieldNumber("type")
    update = grammar.fieldNumber("update")
    value = grammar.fieldNumber("value")
  }
}
