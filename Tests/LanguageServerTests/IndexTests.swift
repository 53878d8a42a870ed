import JSONText
import LanguageServer
import Rules
import TestSupport
import Testing

@Suite("Other files of the workspace") struct IndexTests {
  private static let service = "async def charge(order):\n    await order.client.send(order)\n"
  private static let orders = """
    from services import charge


    async def pay(order):
        total = order.total
        charge(order)
        return total
    """ + "\n"

  private func folder(_ others: [String: String] = [:]) throws -> ScratchFolder {
    try ScratchFolder(["services.py": Self.service, "orders.py": Self.orders].merging(others) { $1 })
  }

  private func start(
    _ folder: ScratchFolder,
    capabilities: JSONValue = [:],
    settings: JSONValue = .null
  ) throws
    -> TestEditor
  {
    try TestEditor(capabilities: capabilities, folder: folder, settings: settings, rules: [.unawaitedTask])
  }

  private func codes(_ editor: TestEditor, of uri: String) throws -> [JSONValue?] {
    while true {
      let published = try editor.next("textDocument/publishDiagnostics")
      guard published["uri"] == .string(uri), case .array(let items)? = published["diagnostics"] else { continue }
      return items.map { $0["code"] }
    }
  }

  @Test func whatAnotherFileDeclaresCounts() throws {
    let folder = try folder()
    let editor = try start(folder)
    editor.open(folder.uri("orders.py"), Self.orders)
    #expect(try codes(editor, of: folder.uri("orders.py")) == ["unawaited-task"])
  }

  /// An edit of one document changes what is said of another, when typing pauses; a keystroke in that one does not.
  @Test func openDocumentsComeFirst() throws {
    let folder = try folder()
    let editor = try start(folder)
    let (orders, services) = (folder.uri("orders.py"), folder.uri("services.py"))
    editor.open(orders, Self.orders)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
    editor.open(services, Self.service)
    editor.change(services, version: 2, nil, "def charge(order):\n    return order\n")
    #expect(try codes(editor, of: orders) == [])
    editor.change(services, version: 3, nil, Self.service)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
    // Typing around it takes nothing back.
    for (version, text) in zip(Int64(2)..., ["a", "b", "c"]) {
      editor.change(orders, version: version, [4, 4, 4, 4], text)
    }
    _ = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(orders)]])
    #expect(!editor.unread("textDocument/publishDiagnostics").contains { $0["diagnostics"] == [] })
    // Closed without saving: the file counts again.
    editor.change(services, version: 4, nil, "def charge(order):\n    return order\n")
    #expect(try codes(editor, of: orders) == [])
    editor.close(services)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
  }

  /// What is typed in one go is not told to others key by key.
  @Test func othersHearWhenTypingPauses() throws {
    let folder = try folder()
    var options = Server.Options()
    options.pauseOfTyping = .seconds(3_600)
    let editor = try TestEditor(folder: folder, rules: [.unawaitedTask], options: options)
    let (orders, services) = (folder.uri("orders.py"), folder.uri("services.py"))
    editor.open(orders, Self.orders)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
    editor.open(services, Self.service)
    editor.change(services, version: 2, nil, "def charge(order):\n    return order\n")
    #expect(try codes(editor, of: orders) == [])
    editor.change(services, version: 3, nil, Self.service)
    try editor.logLine(containing: "read services.py after 2 changes")
    for _ in 0..<50 {
      _ = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(services)]])
    }
    #expect(!editor.unread("textDocument/publishDiagnostics").contains { $0["uri"] == .string(orders) })
    editor.save(services)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
  }

  @Test func changesOnTheDiskCount() throws {
    let folder = try folder()
    let editor = try start(folder)
    let orders = folder.uri("orders.py")
    editor.open(orders, Self.orders)
    #expect(try codes(editor, of: orders) == ["unawaited-task"])
    try folder.remove("services.py")
    let event: JSONValue = ["uri": .string(folder.uri("services.py")), "type": 3]
    editor.notify("workspace/didChangeWatchedFiles", ["changes": [event]])
    #expect(try codes(editor, of: orders) == [])
  }

  @Test func theyAreWatched() throws {
    let folder = try folder()
    let editor = try start(
      folder,
      capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
    )
    let asked = try editor.next("client/registerCapability")
    guard case .array(let watchers)? = asked["registrations"]?[0]?["registerOptions"]?["watchers"] else {
      Issue.record("nothing is watched")
      return
    }
    let globs = watchers.compactMap { watcher -> String? in
      if case .string(let glob)? = watcher["globPattern"] { glob } else { nil }
    }
    #expect(globs.contains { $0.contains(",py,") && $0.contains(",ts,") })
    #expect(globs.contains("**/.gitignore"))
  }

  @Test func progressIsToldToThoseWhoCanShowIt() throws {
    let folder = try folder()
    let editor = try start(folder, capabilities: ["window": ["workDoneProgress": true]])
    let asked = try editor.next("window/workDoneProgress/create")
    var kinds: [JSONValue?] = []
    while kinds.last != "end" {
      let told = try editor.next("$/progress")
      #expect(told["token"] == asked["token"])
      kinds.append(told["value"]?["kind"])
    }
    #expect(kinds.first == "begin")
    #expect(kinds.dropFirst().dropLast().allSatisfy { $0 == "report" })
  }

  @Test func nobodyIsTroubledWhoDidNotAsk() throws {
    let folder = try folder()
    let editor = try start(folder)
    try editor.logLine(containing: "indexed")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("window/workDoneProgress/create").isEmpty)
    #expect(editor.unread("window/logMessage").isEmpty)
  }

  @Test func itMayBeSwitchedOff() throws {
    let folder = try folder()
    let editor = try start(folder, settings: ["index": ["enable": false]])
    editor.open(folder.uri("orders.py"), Self.orders)
    try editor.logLine(containing: "read orders.py")
    _ = try? editor.request("test/barrier")
    #expect(!editor.log.contains { $0.contains("indexed") })
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
    // And on again, while a document is open.
    editor.notify("workspace/didChangeConfiguration", ["settings": ["lacuna": ["index": ["enable": true]]]])
    try editor.logLine(containing: "indexed")
  }

  @Test func tooManyFilesAreSaid() throws {
    let folder = try folder(["more.py": "x = 1\n"])
    let editor = try start(folder, settings: ["index": ["maxFiles": 2]])
    let said = try editor.next("window/logMessage")
    guard case .string(let message)? = said["message"] else {
      Issue.record("nothing is said")
      return
    }
    #expect(message.contains("it has more than 2 files of code"))
    let uri = folder.uri("orders.py")
    editor.open(uri, Self.orders)
    let page = try editor.request(
      "workspace/executeCommand",
      ["command": "lacuna.reviewFile", "arguments": [.string(uri)]]
    )
    guard case .string(let text) = page else {
      Issue.record("no page")
      return
    }
    #expect(text.contains("What depends on other files is not judged"))
  }

  @Test func foldersComeAndGo() throws {
    let (first, second) = (try ScratchFolder(["a.py": "x = 1\n"]), try folder())
    let editor = try start(first)
    try editor.logLine(containing: "indexed")
    editor.open(second.uri("orders.py"), Self.orders)
    try editor.logLine(containing: "read orders.py")
    let event: JSONValue = ["added": [["uri": .string(second.uri("")), "name": "second"]], "removed": []]
    editor.notify("workspace/didChangeWorkspaceFolders", ["event": event])
    #expect(try codes(editor, of: second.uri("orders.py")) == ["unawaited-task"])
    let gone: JSONValue = ["added": [], "removed": [["uri": .string(second.uri("")), "name": "second"]]]
    editor.notify("workspace/didChangeWorkspaceFolders", ["event": gone])
    #expect(try codes(editor, of: second.uri("orders.py")) == [])
  }
}
