import JSONText
import LanguageServerProtocol
import Rules
import TestSupport
import Testing

@Suite struct HoverTests {
  private let uri = "file:///work/shop.py"

  private func hover(_ editor: TestEditor, _ line: Int64, _ character: Int64) throws -> JSONValue {
    try editor.request(
      "textDocument/hover",
      ["textDocument": ["uri": .string(uri)], "position": TestEditor.position(line, character)]
    )
  }

  private func text(_ hover: JSONValue) -> String {
    if case .string(let text)? = hover["contents"]?["value"] { text } else { "" }
  }

  @Test func anEntrySaysWhatIsAskedWhatIsMissingAndTheQuestion() throws {
    let editor = try TestEditor(
      capabilities: ["textDocument": ["hover": ["contentFormat": ["markdown"]]]],
      rules: [.missingTimeout]
    )
    editor.open(uri, DiagnosticsTests.text)
    let hover = try hover(editor, 4, 20)
    #expect(hover["contents"]?["kind"] == "markdown")
    #expect(hover["range"] == TestEditor.range(4, 11, 4, 51))
    let shown = text(hover)
    #expect(shown.contains("**missing-timeout** · missing · availability"))
    #expect(shown.contains("Asked of this code:"))
    #expect(shown.contains("\n> How long"))
  }

  @Test func whatWasCheckedSaysByWhat() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let shown = text(try hover(editor, 8, 15))
    #expect(shown.contains("missing-timeout · checked"))
    #expect(!shown.contains("→"), "what is met needs no question")
  }

  @Test func plainTextIsForThoseWhoKnowNothingElse() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let hover = try hover(editor, 4, 20)
    #expect(hover["contents"]?["kind"] == "plaintext")
    #expect(!text(hover).contains("**"))
  }

  @Test func aUnitsNameSaysWhatItsLensSays() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let hover = try hover(editor, 3, 5)
    #expect(hover["range"] == TestEditor.range(3, 4, 3, 9))
    #expect(text(hover).hasPrefix("stock: 1 gap"))
    #expect(text(hover).contains("line 5, missing-timeout"))
  }

  @Test(arguments: [(0, 3), (1, 0), (3, 0), (4, 5), (900, 0)])
  func elsewhereIsNothing(line: Int64, character: Int64) throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    #expect(try hover(editor, line, character) == .null)
  }

  @Test func aDocumentThatIsNotOpenHasNone() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    #expect(try hover(editor, 0, 0) == .null)
    #expect(throws: ResponseError(.invalidParams, "params.textDocument: is missing")) {
      try editor.request("textDocument/hover", ["position": TestEditor.position(0, 0)])
    }
  }
}
