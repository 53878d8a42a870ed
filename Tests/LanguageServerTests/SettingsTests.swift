import JSONText
import Rules
import TestSupport
import Testing

@Suite struct SettingsTests {
  private func messages(_ editor: TestEditor) throws -> [JSONValue?] {
    _ = try? editor.request("test/barrier")
    return editor.unread("window/showMessage").map { $0["message"] }
  }

  private func codes(_ published: JSONValue) -> [JSONValue?] {
    guard case .array(let diagnostics)? = published["diagnostics"] else { return [] }
    return diagnostics.map { $0["code"] }
  }

  @Test func theFolderSaysWhichRulesRun() throws {
    let folder = try ScratchFolder([".lacuna.json": #"{ "rules": { "missing-timeout": "off" } }"#])
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    try editor.logLine(containing: "read shop.py")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func theEditorHasTheLastWord() throws {
    let folder = try ScratchFolder([".lacuna.json": #"{ "rules": { "missing-timeout": "off" } }"#])
    let settings: JSONValue = ["rules": ["missing-timeout": "on"]]
    let editor = try TestEditor(capabilities: [:], folder: folder, settings: settings)
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    #expect(codes(try editor.next("textDocument/publishDiagnostics")).contains("missing-timeout"))
  }

  @Test func eachMistakeIsSaidOnceWithItsPlace() throws {
    let folder = try ScratchFolder([".lacuna.json": "{\n  \"questionsPerUnit\": \"many\",\n  \"unheard\": 1\n}"])
    let editor = try TestEditor(capabilities: [:], folder: folder, settings: ["codeLens": ["enable": "no"]])
    let said = try messages(editor)
    #expect(said.count == 3)
    #expect(said.first == "Lacuna's settings in the editor: codeLens.enable: expected a boolean, found a string")
    #expect(said[1] == ".lacuna.json:2:3: questionsPerUnit: expected an integer, found a string")
    guard case .string(let unknown)? = said[2] else { return }
    #expect(unknown.hasPrefix(".lacuna.json:3:3: unheard: there is no such setting"))
    #expect(editor.unread("window/showMessage").allSatisfy { $0["type"] == 2 })
    // Nothing was put right and nothing went wrong since.
    editor.save(folder.uri("shop.py"))
    #expect(try messages(editor).count == 3)
  }

  @Test func manyMistakesAreNotManyMessages() throws {
    let names = (1...20).map { "\"unheard\($0)\": 1" }.joined(separator: ",\n")
    let folder = try ScratchFolder([".lacuna.json": "{\(names)}"])
    let editor = try TestEditor(capabilities: [:], folder: folder)
    #expect(try messages(editor).count == 6)
  }

  @Test func aBrokenFileIsOneMessageAndAllElseWorks() throws {
    let folder = try ScratchFolder([".lacuna.json": "{ \"rules\" "])
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    #expect(try messages(editor).count == 1)
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == ["missing-timeout"])
  }

  @Test func nothingIsSaidBeforeTheClientIsReady() throws {
    let folder = try ScratchFolder([".lacuna.json": "{ \"rules\" "])
    let editor = try TestEditor()
    let folders: JSONValue = [["uri": .string(folder.uri("")), "name": "x"]]
    _ = try editor.request("initialize", ["capabilities": [:], "workspaceFolders": folders])
    #expect(try messages(editor).isEmpty)
    editor.notify("initialized", [:])
    #expect(try messages(editor).count == 1)
  }

  @Test func aChangedFileCountsWhenTheClientTellsOfIt() throws {
    let folder = try ScratchFolder()
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    try folder.write(#"{ "rules": { "missing-timeout": "off" } }"#, to: ".lacuna.json")
    editor.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri(".lacuna.json")), "type": 1]]]
    )
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == [])
  }

  @Test func aChangedFileCountsAtTheNextSave() throws {
    let folder = try ScratchFolder()
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    try folder.write(#"{ "rules": { "missing-timeout": "off" } }"#, to: ".lacuna.json")
    editor.save(folder.uri("shop.py"))
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == [])
  }

  @Test func changedSettingsOfTheEditorCountAtOnce() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open("file:///shop.py", DiagnosticsTests.text)
    #expect(codes(try editor.next("textDocument/publishDiagnostics")).contains("missing-timeout"))
    let settings: JSONValue = ["lacuna": ["rules": ["missing-timeout": "off"], "log": ["level": "debug"]]]
    editor.notify("workspace/didChangeConfiguration", ["settings": settings])
    #expect(!codes(try editor.next("textDocument/publishDiagnostics")).contains("missing-timeout"))
  }

  @Test func anEditorThatWantsToBeAskedIsAsked() throws {
    let folder = try ScratchFolder()
    let editor = try TestEditor()
    editor.answers["workspace/configuration"] = [["rules": ["missing-timeout": "off"], "log": ["level": "debug"]]]
    let capabilities: JSONValue = [
      "workspace": [
        "configuration": true, "didChangeConfiguration": ["dynamicRegistration": true],
        "didChangeWatchedFiles": ["dynamicRegistration": true],
      ]
    ]
    _ = try editor.request("initialize", ["capabilities": capabilities, "rootUri": .string(folder.uri(""))])
    editor.notify("initialized", [:])
    #expect(try editor.next("workspace/configuration")["items"] == [["section": "lacuna"]])
    let registered = try editor.next("client/registerCapability")["registrations"]
    #expect(registered?[0]?["method"] == "workspace/didChangeConfiguration")
    #expect(registered?[1]?["method"] == "workspace/didChangeWatchedFiles")
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    try editor.logLine(containing: "read shop.py")
    editor.answers["workspace/configuration"] = [["log": ["level": "debug"]]]
    editor.notify("workspace/didChangeConfiguration", ["settings": .null])
    _ = try editor.next("workspace/configuration")
    #expect(codes(try editor.next("textDocument/publishDiagnostics")).contains("missing-timeout"))
  }

  @Test func nobodyIsAskedWhoDoesNotWantToBe() throws {
    let editor = try TestEditor(capabilities: [:])
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("workspace/configuration").isEmpty)
    #expect(editor.unread("client/registerCapability").isEmpty)
  }

  @Test func foldersMayCome() throws {
    let folder = try ScratchFolder([".lacuna.json": #"{ "rules": { "missing-timeout": "off" } }"#])
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(folder.uri("shop.py"), DiagnosticsTests.text)
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == ["missing-timeout"])
    let added: JSONValue = [["uri": .string(folder.uri("")), "name": "x"]]
    editor.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": added, "removed": []]])
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == [])
    editor.notify("workspace/didChangeWorkspaceFolders", ["event": ["added": [], "removed": added]])
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == ["missing-timeout"])
  }

  @Test func theLogHoldsNoSourceText() throws {
    let folder = try ScratchFolder(["shop.py": DiagnosticsTests.text])
    let editor = try TestEditor(capabilities: [:], folder: folder)
    let uri = folder.uri("shop.py")
    editor.open(uri, DiagnosticsTests.text)
    editor.save(uri)
    try editor.logLine(containing: "is compared with")
    editor.notify("textDocument/didChange", ["textDocument": ["uri": .string(uri)], "contentChanges": "warehouse"])
    _ = try? editor.request("workspace/executeCommand", ["command": "lacuna.reviewFile", "arguments": [.string(uri)]])
    #expect(editor.log.count > 4)
    #expect(!editor.log.contains { $0.contains("warehouse") || $0.contains("requests") || $0.contains("sku") })
  }
}
