package import Behaviour
package import TreeSitter

/// PHP 8, and what the grammar reads of those before. The text around the tags is nobody's behaviour.
package struct PHPLanguage: Language {
  private let php: PHPGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let php = PHPGrammar() else { return nil }
    self.php = php
  }

  package var id: LanguageID { .php }
  package var grammar: Grammar { php.grammar }
  package var facts: LanguageFacts { .php }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: ("/*", "*/")) }
  package var fileExtensions: [String] { ["php", "phtml"] }
  package var interpreters: [String] { ["php"] }
  package var editorIDs: [String] { ["php"] }
  package var skippedKinds: [Bool] { php.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = PHPOutliner(source: source, grammar: php)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = PHPLowering(span: span, source: source, outline: outline, grammar: php)
    return lowering.unit()
  }
}
