package import Behaviour
package import TreeSitter

/// Rust, of every edition.
package struct RustLanguage: Language {
  private let rust: RustGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let rust = RustGrammar() else { return nil }
    self.rust = rust
  }

  package var id: LanguageID { .rust }
  package var grammar: Grammar { rust.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: ("/*", "*/")) }
  package var fileExtensions: [String] { ["rs"] }
  package var interpreters: [String] { ["rust-script"] }
  package var editorIDs: [String] { ["rust"] }
  package var facts: LanguageFacts { RustLanguage.facts }
  package var skippedKinds: [Bool] { rust.skipped }

  package func outline(of source: Source) -> Outline {
    var outliner = RustOutliner(source: source, rust: rust)
    return outliner.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = RustLowering(span: span, source: source, outline: outline, rust: rust)
    return lowering.unit()
  }
}
