package import Behaviour
package import TreeSitter

/// Ruby 3; of older versions what the grammar still reads.
package struct RubyLanguage: Language {
  private let ruby: RubyGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let ruby = RubyGrammar() else { return nil }
    self.ruby = ruby
  }

  package var id: LanguageID { .ruby }
  package var grammar: Grammar { ruby.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "#") }
  package var facts: LanguageFacts { RubyLanguage.facts }
  package var fileExtensions: [String] { ["rb", "rake", "gemspec", "ru"] }
  package var interpreters: [String] { ["ruby"] }
  package var editorIDs: [String] { ["ruby"] }
  package var skippedKinds: [Bool] { ruby.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = RubyOutline(source: source, ruby: ruby)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = RubyLowering(span: span, source: source, outline: outline, ruby: ruby)
    return lowering.unit()
  }
}
