import JSONText
import Rules
import TestSupport
import Testing

@Suite struct PullDiagnosticsTests {
  private let uri = "file:///work/shop.py"
  private let capabilities: JSONValue = [
    "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
  ]

  private func pull(_ editor: TestEditor, _ previous: JSONValue? = nil) throws -> JSONValue {
    var params: JSONObject = ["textDocument": ["uri": .string(uri)]]
    params["previousResultId"] = previous
    return try editor.request("textDocument/diagnostic", .object(params))
  }

  @Test func itIsOfferedToThoseWhoCan() throws {
    let can = try TestEditor().request("initialize", ["capabilities": capabilities])
    #expect(can["capabilities"]?["diagnosticProvider"]?["interFileDependencies"] == true)
    let cannot = try TestEditor().request("initialize", ["capabilities": [:]])
    #expect(cannot["capabilities"]?["diagnosticProvider"] == nil)
  }

  @Test func theFirstAnswerWaitsForTheReading() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let report = try pull(editor)
    #expect(report["kind"] == "full")
    #expect(report["items"]?[0]?["code"] == "missing-timeout")
    #expect(report["items"]?[1] == nil)
  }

  @Test func nothingIsPublishedBesides() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    _ = try pull(editor)
    editor.change(uri, version: 2, [4, 50, 4, 50], ", timeout=3")
    _ = try pull(editor)
    editor.close(uri)
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func anUnchangedSetIsNotSentAgain() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let first = try pull(editor)
    let id = try #require(first["resultId"])
    editor.change(uri, version: 2, [8, 57, 8, 58], "7")
    let second = try pull(editor, id)
    #expect(second == ["kind": "unchanged", "resultId": id])
    editor.change(uri, version: 3, [4, 50, 4, 50], ", timeout=3")
    let third = try pull(editor, id)
    #expect(third["kind"] == "full")
    #expect(third["items"] == [])
    #expect(third["resultId"] != id)
  }

  @Test func anotherOpeningDoesNotLookLikeTheFirst() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let id = try #require(try pull(editor)["resultId"])
    editor.close(uri)
    editor.open(uri, "x = 1\n")
    #expect(try pull(editor, id)["kind"] == "full")
  }

  @Test func whatAWholeReadingFindsMakesTheClientAskAgain() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    _ = try pull(editor)
    try editor.logLine(containing: "read shop.py")
    // A new import makes another call of the same words: that is known only from the whole file.
    editor.change(uri, version: 2, [0, 0, 0, 15], "import requests_mock as requests")
    _ = try editor.next("workspace/diagnostic/refresh")
  }

  @Test func aDocumentThatIsNotOpenHasNone() throws {
    let editor = try TestEditor(capabilities: capabilities, rules: [.missingTimeout])
    #expect(try pull(editor) == ["kind": "full", "items": []])
  }
}
