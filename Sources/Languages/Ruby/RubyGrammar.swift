import GrammarRuby
import TreeSitter

/// The grammar's numbers, looked up once.
struct RubyGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<RubyKind>
  let tokens: KindTable<RubyToken>
  let fields: RubyFields
  let skipped: [Bool]

  init?() {
    guard let grammar = Grammar(tree_sitter_ruby()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar, named: true)
    tokens = KindTable(grammar, named: false)
    fields = RubyFields(grammar)
    skipped = RubyGrammar.skippedKinds(of: grammar)
  }

  /// Words and marks, of which only operators are kept: the rest the shape of the tree tells. What makes a string up is
  /// read from its bytes.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let kept = Set(RubyToken.allCases.map(\.rawValue))
    let partsOfStrings: Set<String> = ["string_content", "heredoc_content", "escape_sequence"]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      let name = grammar.name(ofKind: kind)
      return grammar.isNamed(kind) ? partsOfStrings.contains(name) : !kept.contains(name)
    }
  }
}

struct RubyFields: Sendable {
  let alternative, alternatives, arguments, begin, block, body, clauses, condition, consequence, end, exceptions: UInt8
  let `guard`, handler, key, left, locals, method, name, object, operand, `operator`, parameters, pattern: UInt8
  let receiver, right, scope, `superclass`, value, variable, type: UInt8

  init(_ grammar: Grammar) {
    alternative = grammar.fieldNumber("alternative")
    alternatives = grammar.fieldNumber("alternatives")
    arguments = grammar.fieldNumber("arguments")
    begin = grammar.fieldNumber("begin")
    block = grammar.fieldNumber("block")
    body = grammar.fieldNumber("body")
    clauses = grammar.fieldNumber("clauses")
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    end = grammar.fieldNumber("end")
    exceptions = grammar.fieldNumber("exceptions")
    `guard` = grammar.fieldNumber("guard")
    handler = grammar.fieldNumber("handler")
    key = grammar.fieldNumber("key")
    left = grammar.fieldNumber("left")
    locals = grammar.fieldNumber("locals")
    method = grammar.fieldNumber("method")
    name = grammar.fieldNumber("name")
    object = grammar.fieldNumber("object")
    operand = grammar.fieldNumber("operand")
    `operator` = grammar.fieldNumber("operator")
    parameters = grammar.fieldNumber("parameters")
    pattern = grammar.fieldNumber("pattern")
    receiver = grammar.fieldNumber("receiver")
    right = grammar.fieldNumber("right")
    scope = grammar.fieldNumber("scope")
    `superclass` = grammar.fieldNumber("superclass")
    value = grammar.fieldNumber("value")
    variable = grammar.fieldNumber("variable")
    type = grammar.fieldNumber("class")
  }
}
