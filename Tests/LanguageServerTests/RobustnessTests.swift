import JSONText
import LanguageServerProtocol
import Rules
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private let uri = "file:///work/shop.py"

  private func titles(_ editor: TestEditor) throws -> [JSONValue?] {
    let result = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    guard case .array(let lenses) = result else { return [] }
    return lenses.map { $0["command"]?["title"] }
  }

  @Test func anEmptyFileIsFine() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, "")
    #expect(try titles(editor).isEmpty)
    editor.change(uri, version: 2, [0, 0, 0, 0], DiagnosticsTests.text)
    #expect(try titles(editor) == ["1 gap"])
    editor.change(uri, version: 3, nil, "")
    #expect(try titles(editor).isEmpty)
  }

  @Test func aHugeFileIsSaidToBeUnread() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, String(repeating: "x = 1\n", count: 900_000))
    #expect(try titles(editor) == ["not read: too large"])
    editor.change(uri, version: 2, [0, 0, 0, 0], "y = 2\n")
    #expect(try titles(editor) == ["not read: too large"])
    // Made small, it is read.
    editor.change(uri, version: 3, [0, 0, 900_001, 0], DiagnosticsTests.text)
    #expect(try titles(editor).first.flatMap { $0 }?.description.contains("1 gap") == true)
  }

  @Test func aMegabyteOnOneLineLeavesTheServerAlive() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, "x = [" + String(repeating: "1, ", count: 350_000) + "]\n")
    _ = try titles(editor)
    editor.change(uri, version: 2, [0, 1_000, 0, 1_000], "2, ")
    editor.change(uri, version: 3, [0, 1_000, 0, 1_003], "")
    _ = try titles(editor)
    #expect(try editor.request("shutdown") == .null)
  }

  @Test func aLanguageThatIsNotReadIsLeftAlone() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open("file:///work/notes.txt", "requests.get(x)\n", language: "plaintext")
    let lenses = try editor.request("textDocument/codeLens", ["textDocument": ["uri": "file:///work/notes.txt"]])
    #expect(lenses == [])
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func textWithHalvesOfCharactersIsRead() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    // Half a surrogate pair, as some editors send while one is typed.
    let open = #"""
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///work/shop.py",\#
      "languageId":"python","version":1,"text":"import requests\nx = '\ud83d'; requests.get(x)\n"}}}
      """#
    editor.send(raw: "Content-Length: \(open.utf8.count)\r\n\r\n\(open)")
    let published = try editor.next("textDocument/publishDiagnostics")
    #expect(published["diagnostics"]?[0]?["range"]?["start"] == TestEditor.position(1, 9))
  }

  @Test func theSameFileUnderTwoAddressesIsTwoDocuments() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open("file:///work/a.py", DiagnosticsTests.text)
    editor.open("file:///work/link/../a.py", DiagnosticsTests.text)
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == "file:///work/a.py")
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == "file:///work/link/../a.py")
    editor.close("file:///work/a.py")
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == "file:///work/a.py")
  }

  @Test func aRequestThatWaitsIsAnsweredWhenItIsGivenUp() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, String(repeating: DiagnosticsTests.text, count: 400))
    let id = editor.begin("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    editor.notify("$/cancelRequest", ["id": .integer(id)])
    do {
      // It may have been answered before.
      _ = try editor.answer(to: id)
    } catch let error as ResponseError {
      #expect(error.code == .requestCancelled)
    }
    #expect(try editor.request("shutdown") == .null)
  }

  @Test func aRequestThatWaitsIsAnsweredWhenItsDocumentIsClosed() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, String(repeating: DiagnosticsTests.text, count: 400))
    let lens = editor.begin("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    let hover = editor.begin(
      "textDocument/hover",
      ["textDocument": ["uri": .string(uri)], "position": TestEditor.position(4, 20)]
    )
    editor.close(uri)
    _ = try editor.answer(to: lens)
    _ = try editor.answer(to: hover)
  }

  @Test func aRequestThatWaitsIsAnsweredBeforeTheEnd() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, String(repeating: DiagnosticsTests.text, count: 400))
    let lens = editor.begin("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    #expect(try editor.request("shutdown") == .null)
    _ = try editor.answer(to: lens)
    editor.notify("exit")
    #expect(try editor.exitCode() == 0)
  }

  @Test func anAnswerThatNobodyAskedForIsIgnored() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.send(["jsonrpc": "2.0", "id": 99, "result": .null])
    editor.send(["jsonrpc": "2.0", "id": "x", "error": ["code": 1, "message": "no"]])
    #expect(try editor.request("shutdown") == .null)
  }

  @Test func settingsOfOthersAreNotItsBusiness() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.notify("workspace/didChangeConfiguration", ["settings": ["pylsp": ["plugins": [:]]]])
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("window/showMessage").isEmpty)
  }
}
