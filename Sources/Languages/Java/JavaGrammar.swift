import GrammarJava
import TreeSitter

/// The grammar's numbers, looked up once.
struct JavaGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<JavaKind>
  let fields: JavaFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_java()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    fields = JavaFields(grammar)
    skipped = JavaGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells: operators and modifiers. What makes
  /// a string up is read from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "static", "abstract", "final", "native", "public", "protected", "private", "synchronized", "default", "new",
      "&&", "||", "==", "!=", "<", "<=", ">", ">=", "!", "~", "++", "--",
      "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>",
      "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=",
    ]
    let partsOfStrings: Set<String> = ["string_fragment", "multiline_string_fragment", "escape_sequence"]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !keptWords.contains(name)
    }
  }
}

struct JavaFields: Sendable {
  let alternative, arguments, array, body, condition, consequence, constructor, declarator, field, index: UInt8
  let initial, interfaces, key, left, name, object, operand, `operator`, parameters, pattern: UInt8
  let resources, right, superclass, templateArgument, templateProcessor, type, update, value: UInt8

  init(_ grammar: Grammar) {
    alternative = grammar.fieldNumber("alternative")
    arguments = grammar.fieldNumber("arguments")
    array = grammar.fieldNumber("array")
    body = grammar.fieldNumber("body")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    constructor = grammar.fieldNumber("constructor")
    declarator = grammar.fieldNumber("declarator")
    field = grammar.fieldNumber("field")
    index = grammar.fieldNumber("index")
    initial = grammar.fieldNumber("init")
    interfaces = grammar.fieldNumber("interfaces")
    key = grammar.fieldNumber("key")
    left = grammar.fieldNumber("left")
    name = grammar.fieldNumber("name")
    object = grammar.fieldNumber("object")
    operand = grammar.fieldNumber("operand")
    `operator` = grammar.fieldNumber("operator")
    parameters = grammar.fieldNumber("parameters")
    pattern = grammar.fieldNumber("pattern")
    resources = grammar.fieldNumber("resources")
    right = grammar.fieldNumber("right")
    superclass = grammar.fieldNumber("superclass")
    templateArgument = grammar.fieldNumber("template_argument")
    templateProcessor = grammar.fieldNumber("template_processor")
    type = grammar.fieldNumber("type")
    update = grammar.fieldNumber("update")
    value = grammar.fieldNumber("value")
  }
}
