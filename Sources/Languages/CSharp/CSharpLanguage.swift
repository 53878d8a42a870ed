package import Behaviour
package import TreeSitter

/// C#, with top-level statements, up to version 13.
package struct CSharpLanguage: Language {
  private let csharp: CSharpGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let csharp = CSharpGrammar() else { return nil }
    self.csharp = csharp
  }

  package var id: LanguageID { .csharp }
  package var grammar: Grammar { csharp.grammar }
  package var facts: LanguageFacts { CSharpLanguage.facts }
  package var comments: CommentSyntax { CommentSyntax(line: "//", block: (open: "/*", close: "*/")) }
  package var fileExtensions: [String] { ["cs", "csx"] }
  package var interpreters: [String] { ["dotnet-script"] }
  package var editorIDs: [String] { ["csharp", "cs"] }
  package var skippedKinds: [Bool] { csharp.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = CSharpOutliner(source: source, csharp: csharp)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = CSharpLowering(span: span, source: source, outline: outline, csharp: csharp)
    return lowering.unit()
  }
}
