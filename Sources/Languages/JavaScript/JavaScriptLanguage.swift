package import Behaviour
import GrammarJavaScript
import GrammarTSX
import GrammarTypeScript
package import TreeSitter

/// JavaScript with JSX, TypeScript, and TypeScript with JSX: three grammars, one lowering.
package struct JavaScriptLanguage: Language {
  package enum Dialect: Sendable, CaseIterable {
    case javascript, typescript, tsx
  }

  package let dialect: Dialect
  package let grammar: Grammar
  package let comments = CommentSyntax(line: "//", block: (open: "/*", close: "*/"))
  package var facts: LanguageFacts { JavaScriptLanguage.facts }
  package let skippedKinds: [Bool]
  let tables: JavaScriptTables

  /// Nil only where this build of the parser cannot read the grammar.
  package init?(_ dialect: Dialect) {
    let raw =
      switch dialect {
      case .javascript: tree_sitter_javascript()
      case .typescript: tree_sitter_typescript()
      case .tsx: tree_sitter_tsx()
      }
    guard let grammar = Grammar(raw) else { return nil }
    self.dialect = dialect
    self.grammar = grammar
    tables = JavaScriptTables(grammar)
    skippedKinds = grammar.javaScriptNoise
  }

  package var id: LanguageID {
    switch dialect {
    case .javascript: .javascript
    case .typescript: .typescript
    case .tsx: .tsx
    }
  }

  package var fileExtensions: [String] {
    switch dialect {
    case .javascript: ["js", "jsx", "mjs", "cjs"]
    case .typescript: ["ts", "mts", "cts"]
    case .tsx: ["tsx"]
    }
  }

  package var editorIDs: [String] {
    switch dialect {
    case .javascript: ["javascript", "javascriptreact"]
    case .typescript: ["typescript"]
    case .tsx: ["typescriptreact"]
    }
  }

  package var interpreters: [String] {
    switch dialect {
    case .javascript: ["node", "nodejs"]
    case .typescript: ["deno", "bun", "tsx", "ts-node"]
    case .tsx: []
    }
  }

  package func outline(of source: Source) -> Outline {
    var outliner = JavaScriptOutliner(JavaScriptSource(source, tables))
    return outliner.outline()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = JavaScriptLowering(JavaScriptSource(source, tables), span: span, outline: outline)
    return lowering.unit()
  }
}

extension Grammar {
  /// Punctuation, and the tokens that say nothing which the kind of the node around them does not say: half of all
  /// nodes.
  fileprivate var javaScriptNoise: [Bool] {
    let tokens: Set<String> = [
      "\"", "'", "`", "${", "=>", "=", "?", "</", "/>", "...",
      "if", "else", "for", "while", "do", "try", "catch", "finally", "switch", "case", "return", "throw", "break",
      "new", "function", "class", "import", "from", "extends", "implements", "interface", "enum", "namespace",
      "export", "of", "as", "satisfies", "type", "keyof", "is", "asserts", "infer",
      "any", "boolean", "never", "number", "object", "string", "symbol", "unknown",
      "public", "private", "protected", "override", "abstract", "declare",
    ]
    let fragments: Set<String> = ["string_fragment", "escape_sequence", "regex_pattern", "regex_flags"]
    var skipped = punctuation
    for number in skipped.indices {
      let kind = UInt16(truncatingIfNeeded: number)
      let name = name(ofKind: kind)
      if isNamed(kind) ? fragments.contains(name) : tokens.contains(name) {
        skipped[number] = true
      }
    }
    return skipped
  }
}
