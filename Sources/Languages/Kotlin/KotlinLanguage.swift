package import Behaviour
package import TreeSitter

/// Kotlin, and its scripts.
package struct KotlinLanguage: Language {
  private let kotlin: KotlinGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let kotlin = KotlinGrammar() else { return nil }
    self.kotlin = kotlin
  }

  package var id: LanguageID { .kotlin }
  package var grammar: Grammar { kotlin.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: (open: "/*", close: "*/")) }
  package var facts: LanguageFacts { KotlinLanguage.facts }
  package var fileExtensions: [String] { ["kt", "kts"] }
  package var interpreters: [String] { ["kotlin", "kotlinc"] }
  package var editorIDs: [String] { ["kotlin"] }
  package var skippedKinds: [Bool] { kotlin.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = KotlinOutline(source: source, kotlin: kotlin)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = KotlinLowering(span: span, source: source, outline: outline, kotlin: kotlin)
    return lowering.unit()
  }
}
