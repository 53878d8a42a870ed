package import Behaviour
package import TreeSitter

/// Python 3; of Python 2 what the grammar still reads.
package struct PythonLanguage: Language {
  private let python: PythonGrammar

  /// Fails only where this build of the parser cannot read the grammar.
  package init?() {
    guard let python = PythonGrammar() else { return nil }
    self.python = python
  }

  package var id: LanguageID { .python }
  package var grammar: Grammar { python.grammar }
  package var comments: CommentSyntax { CommentSyntax(line: "#") }
  package var facts: LanguageFacts { PythonLanguage.facts }
  package var fileExtensions: [String] { ["py", "pyi", "pyw"] }
  package var interpreters: [String] { ["python", "pypy"] }
  package var editorIDs: [String] { ["python"] }
  package var skippedKinds: [Bool] { python.skipped }

  package func outline(of source: Source) -> Outline {
    var reader = PythonOutline(source: source, python: python)
    return reader.read()
  }

  package func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit {
    var lowering = PythonLowering(span: span, source: source, outline: outline, python: python)
    return lowering.unit()
  }
}
