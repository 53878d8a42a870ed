package import Behaviour
package import TreeSitter

/// Swift 5 and 6.
package struct SwiftLanguage: Language {
  private let swift: SwiftGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let swift = SwiftGrammar() else { return nil }
    self.swift = swift
  }

  package var id: LanguageID { .swift }
  package var grammar: Grammar { swift.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: (open: "/*", close: "*/")) }
  package var facts: LanguageFacts { SwiftLanguage.facts }
  package var fileExtensions: [String] { ["swift"] }
  package var interpreters: [String] { ["swift"] }
  package var editorIDs: [String] { ["swift"] }
  package var skippedKinds: [Bool] { swift.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = SwiftOutline(source: source, swift: swift)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = SwiftLowering(span: span, source: source, outline: outline, swift: swift)
    return lowering.unit()
  }
}
