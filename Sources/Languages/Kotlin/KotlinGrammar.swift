import GrammarKotlin
import TreeSitter

/// The grammar's numbers, looked up once.
struct KotlinGrammar: Sendable {
  let grammar: Grammar
  let kinds: KindTable<KotlinKind>
  let skipped: [Bool]
  /// The fields that the grammar has: those of an `if`.
  let condition, consequence, alternative: UInt8

  init?() {
    guard let grammar = Grammar(tree_sitter_kotlin()) else { return nil }
    self.grammar = grammar
    kinds = KindTable(grammar)
    skipped = KotlinGrammar.skippedKinds(of: grammar)
    condition = grammar.fieldNumber("condition")
    consequence = grammar.fieldNumber("consequence")
    alternative = grammar.fieldNumber("alternative")
  }

  /// Words and marks, of which only those are kept that no shape of the tree tells.
  private static func skippedKinds(of grammar: Grammar) -> [Bool] {
    let keptWords: Set<String> = [
      "interface", "enum", "in", "!in", "is", "!is", "?.", "::",
      "==", "===", "!=", "!==", "<", "<=", ">", ">=",
      "+", "-", "*", "/", "%", "!", "!!", "++", "--",
      "=", "+=", "-=", "*=", "/=", "%=",
    ]
    return (0..<grammar.kindCount).map { kind in
      let kind = UInt16(truncatingIfNeeded: kind)
      return !grammar.isNamed(kind) && !keptWords.contains(grammar.name(ofKind: kind))
    }
  }
}
