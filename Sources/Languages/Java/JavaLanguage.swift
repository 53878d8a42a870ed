package import Behaviour
package import TreeSitter

/// Java, up to its newest patterns and unnamed classes.
package struct JavaLanguage: Language {
  private let java: JavaGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let java = JavaGrammar() else { return nil }
    self.java = java
  }

  package var id: LanguageID { .java }
  package var grammar: Grammar { java.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: (open: "/*", close: "*/")) }
  package var facts: LanguageFacts { JavaLanguage.facts }
  package var fileExtensions: [String] { ["java"] }
  package var interpreters: [String] { ["java"] }
  package var editorIDs: [String] { ["java"] }
  package var skippedKinds: [Bool] { java.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = JavaOutline(source: source, java: java)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = JavaLowering(span: span, source: source, outline: outline, java: java)
    return lowering.unit()
  }
}
