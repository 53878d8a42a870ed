import JSONText
import LanguageServerProtocol
import Testing

struct BasicTypesTests {
  @Test(arguments: [
    (#"{"line":1,"character":2}"#, 1, 2),
    (#"{"line":0.0,"character":2147483647,"other":1}"#, 0, 2_147_483_647),
    (#"{"line":4294967295,"character":1e30}"#, 2_147_483_647, 2_147_483_647),
    (#"{"line":9223372036854775807,"character":99999999999999999999}"#, 2_147_483_647, 2_147_483_647),
  ])
  func positions(_ text: String, _ line: Int, _ character: Int) throws {
    #expect(try read(text) == LSPPosition(line: line, character: character))
  }

  @Test(arguments: [
    (#"{"line":-1,"character":2}"#, "line: must not be negative"),
    (#"{"line":1,"character":-1e30}"#, "character: expected an integer, found a number"),
    (#"{"line":1}"#, "character: is missing"),
    ("[1,2]", "expected an object, found an array"),
  ])
  func positionsThatAreNone(_ text: String, _ problem: String) throws {
    let error = try #require(throws: JSONMismatch.self) { try read(LSPPosition.self, text) }
    #expect(error.description == problem)
  }

  @Test func positionsAreOrdered() {
    #expect(LSPPosition(line: 1, character: 9) < LSPPosition(line: 2, character: 0))
    #expect(LSPPosition(line: 1, character: 1) < LSPPosition(line: 1, character: 2))
  }

  @Test func rangesMayBeTheWrongWayRound() throws {
    let text = #"{"start":{"line":5,"character":1},"end":{"line":2,"character":0}}"#
    #expect(try rewritten(text, as: LSPRange.self) == text)
  }

  /// Types that travel both ways come back as they were, with all that may be in them.
  @Test func bothWays() throws {
    try expectUnchanged(Location.self, #"{"uri":"file:///a%20b","range":\#(range123)}"#)
    try expectUnchanged(TextDocumentIdentifier.self, #"{"uri":"untitled:1"}"#)
    try expectUnchanged(OptionalVersionedTextDocumentIdentifier.self, #"{"uri":"a:b","version":4}"#)
    try expectUnchanged(OptionalVersionedTextDocumentIdentifier.self, #"{"uri":"a:b","version":null}"#)
    try expectUnchanged(LSPTextEdit.self, #"{"range":\#(range123),"newText":"a\n"}"#)
    try expectUnchanged(LSPTextEdit.self, #"{"range":\#(range123),"newText":"","annotationId":"x"}"#)
    try expectUnchanged(ProgressToken.self, "1", #""a""#)
    try expectUnchanged(DiagnosticCode.self, "-1", #""a""#)
    try expectUnchanged(RequestID.self, "1", #""a""#, "null")
    try expectUnchanged(Command.self, #"{"title":"t","command":"c"}"#)
    try expectUnchanged(
      Command.self,
      #"{"title":"t","command":"c","arguments":[1,null,{"a":[]}],"tooltip":"why","private":{"x":1}}"#
    )
  }

  private func expectUnchanged<Value: JSONReadable & JSONWritable & Equatable>(
    _ type: Value.Type,
    _ texts: String...
  ) throws {
    for text in texts { #expect(try rewritten(text, as: type) == text) }
  }

  @Test func workspaceEdits() throws {
    let edit = LSPTextEdit(range: LSPRange(1, 2..<3), newText: "x")
    let changes = WorkspaceEdit(changes: [
      .init(uri: DocumentURI("file:///b"), edits: [edit]), .init(uri: DocumentURI("file:///a"), edits: []),
    ])
    let changesText = #"{"changes":{"file:///b":[{"range":\#(range123),"newText":"x"}],"file:///a":[]}}"#
    #expect(written(changes) == changesText)
    #expect(try read(changesText) == changes)

    let versioned = WorkspaceEdit(
      documentChanges: [
        .edit(
          TextDocumentEdit(
            textDocument: OptionalVersionedTextDocumentIdentifier(uri: DocumentURI("a:b"), version: 3),
            edits: [LSPTextEdit(range: LSPRange(1, 2..<3), newText: "x", annotationId: "q")]
          )
        ),
        .other(["kind": "create", "uri": "file:///c", "options": ["overwrite": true]]),
      ],
      changeAnnotations: [ChangeAnnotation(id: "q", label: "Ask", needsConfirmation: true, description: "why")]
    )
    let versionedText = """
      {"documentChanges":[{"textDocument":{"uri":"a:b","version":3},\
      "edits":[{"range":\(range123),"newText":"x","annotationId":"q"}]},\
      {"kind":"create","uri":"file:///c","options":{"overwrite":true}}],\
      "changeAnnotations":{"q":{"label":"Ask","needsConfirmation":true,"description":"why"}}}
      """
    #expect(written(versioned) == versionedText)
    #expect(try read(versionedText) == versioned)
    #expect(written(WorkspaceEdit()) == "{}")

    let wrong = #"{"changes":{"file:///a":[{"range":\#(range123),"newText":1}]}}"#
    let error = try #require(throws: JSONMismatch.self) { try read(WorkspaceEdit.self, wrong) }
    #expect(error.description == #"changes["file:///a"][0].newText: expected a string, found an integer"#)
  }

  @Test func folders() throws {
    #expect(
      try read(#"{"uri":"file:///a","name":"a"}"#) == WorkspaceFolder(uri: DocumentURI("file:///a"), name: "a")
    )
    #expect(try read(WorkspaceFolder.self, #"{"uri":"file:///a"}"#).name.isEmpty)
  }

  @Test func markup() {
    #expect(written(MarkupContent(kind: .markdown, value: "*a*")) == #"{"kind":"markdown","value":"*a*"}"#)
    #expect(written(MarkupContent(kind: .plainText, value: "")) == #"{"kind":"plaintext","value":""}"#)
  }

  @Test func valuesOutsideTheSetsSurvive() throws {
    #expect(try rewritten("9", as: DiagnosticSeverity.self) == "9")
    #expect(try rewritten("9", as: DiagnosticTag.self) == "9")
    #expect(try rewritten(#""refactor.move""#, as: CodeActionKind.self) == #""refactor.move""#)
    #expect(try rewritten(#""utf-7""#, as: PositionEncodingKind.self) == #""utf-7""#)
    #expect(try rewritten("-1", as: ErrorCode.self) == "-1")
    #expect(throws: JSONMismatch.self) { try read(DiagnosticSeverity.self, #""error""#) }
  }

  @Test func kindsFormATree() {
    #expect(CodeActionKind.refactorExtract.isKind(of: .refactor))
    #expect(CodeActionKind.quickFix.isKind(of: .quickFix))
    #expect(CodeActionKind.quickFix.isKind(of: .empty))
    #expect(!CodeActionKind.refactor.isKind(of: .refactorExtract))
    #expect(!CodeActionKind(rawValue: "refactoring").isKind(of: .refactor))
  }
}
