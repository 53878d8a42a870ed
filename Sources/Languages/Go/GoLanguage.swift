package import Behaviour
package import TreeSitter

package struct GoLanguage: Language {
  private let go: GoGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let go = GoGrammar() else { return nil }
    self.go = go
  }

  package var id: LanguageID { .go }
  package var grammar: Grammar { go.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: ("/*", "*/")) }
  package var facts: LanguageFacts { GoLanguage.facts }
  package var fileExtensions: [String] { ["go"] }
  package var interpreters: [String] { [] }
  package var editorIDs: [String] { ["go"] }
  package var skippedKinds: [Bool] { go.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = GoOutline(source: source, go: go)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = GoLowering(span: span, source: source, outline: outline, go: go)
    return lowering.unit()
  }
}
