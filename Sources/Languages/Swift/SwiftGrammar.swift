import GrammarSwift
import TreeSitter

/// The grammar's numbers, looked up once.
struct SwiftGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<SwiftKind>
  let fields: SwiftFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_swift()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    fields = SwiftFields(grammar)
    skipped = SwiftGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells. What makes a string up is read from
  /// its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "async", "await", "case", "is", "as", "?", "=", "...", "..<", "&&", "||", "??", "==", "!=", "===", "!==", "<",
      "<=", ">", ">=", "+", "-", "*", "/", "%", "|", "^", "&", "<<", ">>", "~", "++", "--", "+=", "-=", "*=", "/=",
      "%=", "else", "class", "struct", "enum", "extension", "actor", "init",
    ]
    let partsOfStrings: Set<String> = [
      "line_str_text", "multi_line_str_text", "str_escaped_char", "raw_str_part", "raw_str_end_part",
      "raw_str_continuing_indicator", "raw_str_interpolation_start",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptWords.contains(name)
    }
  }
}

struct SwiftFields: Sendable {
  let body, boundIdentifier, collection, computedValue, condition, constructedType, declarationKind: UInt8
  let defaultValue, error, expression, externalName, ifFalse, ifNil, ifTrue, inheritsFrom, interpolation: UInt8
  let item, key, name, operation, `operator`, reference, result, returnType, start, suffix, target, type: UInt8
  let value, wrapped: UInt8

  init(_ grammar: Grammar) {
    body = grammar.fieldNumber("body")
    boundIdentifier = grammar.fieldNumber("bound_identifier")
    collection = grammar.fieldNumber("collection")
    computedValue = grammar.fieldNumber("computed_value")
    condition = grammar.fieldNumber("condition")
    constructedType = grammar.fieldNumber("constructed_type")
    declarationKind = grammar.fieldNumber("declaration_kind")
    defaultValue = grammar.fieldNumber("default_value")
    error = grammar.fieldNumber("error")
    expression = grammar.fieldNumber("expr")
    externalName = grammar.fieldNumber("external_name")
    ifFalse = grammar.fieldNumber("if_false")
    ifNil = grammar.fieldNumber("if_nil")
    ifTrue = grammar.fieldNumber("if_true")
    inheritsFrom = grammar.fieldNumber("inherits_from")
    interpolation = grammar.fieldNumber("interpolation")
    item = grammar.fieldNumber("item")
    key = grammar.fieldNumber("key")
    name = grammar.fieldNumber("name")
    operation = grammar.fieldNumber("operation")
    `operator` = grammar.fieldNumber("operator")
    reference = grammar.fieldNumber("reference_specifier")
    result = grammar.fieldNumber("result")
    returnType = grammar.fieldNumber("return_type")
    start = grammar.fieldNumber("start")
    suffix = grammar.fieldNumber("suffix")
    target = grammar.fieldNumber("target")
    type = grammar.fieldNumber("type")
    value = grammar.fieldNumber("value")
    wrapped = grammar.fieldNumber("wrapped")
  }
}
