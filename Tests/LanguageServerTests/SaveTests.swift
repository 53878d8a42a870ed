import JSONText
import LanguageServer
import Rules
import TestSupport
import Testing

@Suite struct SaveTests {
  private static let before = """
    import requests


    def pay(order):
        if order.total < 0:
            raise ValueError("negative")
        return requests.post("https://bank", json=order, timeout=5)


    def two():
        return 2
    """ + "\n"

  private static let after = before.replacing(
    """
        if order.total < 0:
            raise ValueError("negative")

    """,
    with: ""
  )

  private func titles(_ editor: TestEditor, _ uri: String) throws -> [JSONValue?] {
    let result = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    guard case .array(let lenses) = result else { return [] }
    return lenses.map { $0["command"]?["title"] }
  }

  /// How many units the lens above the file says are changed; nil where there is no such lens.
  private func changed(_ editor: TestEditor, _ uri: String) throws -> Int? {
    for title in try titles(editor, uri) {
      guard case .string(let title)? = title, let end = title.firstRange(of: " changed · ") else { continue }
      return Int(title[..<end.lowerBound])
    }
    return nil
  }

  private func saved(_ text: String, in folder: ScratchFolder, settings: JSONValue = .null) throws -> TestEditor {
    let editor = try TestEditor(capabilities: [:], folder: folder, settings: settings)
    let uri = folder.uri("shop.py")
    editor.open(uri, text)
    try editor.logLine(containing: "read shop.py")
    editor.save(uri)
    try editor.logLine(containing: "read shop.py")
    return editor
  }

  @Test func aChangeIsSummedUpAboveTheFile() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    let editor = try saved(Self.after, in: folder)
    guard case .string(let title)? = try titles(editor, folder.uri("shop.py")).first else {
      Issue.record("no lens above the file")
      return
    }
    #expect(title.hasPrefix("1 changed · "))
    #expect(title.hasSuffix(" could not be verified"))
  }

  @Test func whatDidNotChangeHasNoSummary() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    let editor = try saved(Self.before, in: folder)
    #expect(try changed(editor, folder.uri("shop.py")) == nil)
  }

  @Test func otherLineEndsAreNoChange() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    let editor = try saved(Self.before.replacing("\n", with: "\r\n"), in: folder)
    #expect(try changed(editor, folder.uri("shop.py")) == nil)
  }

  @Test func aNewFileIsNewAltogether() throws {
    let folder = try ScratchFolder(["other.py": ""])
    try folder.commitAll()
    let editor = try saved(Self.after, in: folder)
    #expect(try changed(editor, folder.uri("shop.py")) == 2)
  }

  @Test func theRevisionIsTheUsersChoice() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    try folder.write(Self.after, to: "shop.py")
    try folder.commitAll()
    let same = try saved(Self.after, in: folder)
    #expect(try changed(same, folder.uri("shop.py")) == nil)
    let older = try saved(Self.after, in: folder, settings: ["baseline": "HEAD~1"])
    #expect(try changed(older, folder.uri("shop.py")) == 1)
  }

  @Test func aBaselineMayBeTheLastCommonCommit() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    try folder.git("branch", "trunk")
    try folder.write(Self.after, to: "shop.py")
    try folder.commitAll()
    let editor = try saved(Self.after, in: folder, settings: ["baseline": "merge-base:trunk"])
    #expect(try changed(editor, folder.uri("shop.py")) == 1)
  }

  enum Place: CaseIterable {
    case noRepository, noCommit, detached, unknownRevision, outside
  }

  @Test(arguments: Place.allCases)
  func whereThereIsNothingToCompareWithAllElseWorks(place: Place) throws {
    let folder = try ScratchFolder(["repo/shop.py": Self.before, "shop.py": Self.before])
    var settings: JSONValue = .null
    var file = "shop.py"
    switch place {
    case .noRepository: break
    case .noCommit: try folder.git("init", "-q")
    case .detached:
      try folder.commitAll()
      try folder.git("checkout", "-q", "--detach")
    case .unknownRevision:
      try folder.commitAll()
      settings = ["baseline": "no-such-branch"]
    case .outside: file = "repo/shop.py"
    }
    let editor = try TestEditor(capabilities: [:], folder: folder, settings: settings)
    let uri = folder.uri(file)
    editor.open(uri, DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.save(uri)
    try editor.logLine(containing: place == .detached ? "is compared with " : "is compared with nothing: ")
    try editor.logLine(containing: "read ")
    editor.change(uri, version: 2, [1, 0, 1, 0], "\n")
    #expect(try editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0]?["code"] != nil)
  }

  @Test func aBufferWithoutAFileIsReadAsMeant() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open("untitled:Untitled-1", DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.save("untitled:Untitled-1")
    try editor.logLine(containing: "is compared with nothing: it is no file")
    #expect(try editor.request("shutdown") == .null)
  }

  @Test func aFileThatWasDeletedIsComparedAllTheSame() throws {
    let folder = try ScratchFolder(["sub/shop.py": Self.before])
    try folder.commitAll()
    let editor = try TestEditor(capabilities: [:], folder: folder)
    let uri = folder.uri("sub/shop.py")
    editor.open(uri, Self.after)
    try editor.logLine(containing: "read sub/shop.py")
    try folder.remove("sub")
    editor.save(uri)
    try editor.logLine(containing: "read sub/shop.py")
    #expect(try changed(editor, uri) == 1)
  }

  @Test func nobodyIsComparedWhoDoesNotWantIt() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    let editor = try saved(Self.after, in: folder, settings: ["review": ["onSave": false]])
    #expect(try changed(editor, folder.uri("shop.py")) == nil)
  }

  @Test func aMovedHeadIsLookedAtAnew() throws {
    let folder = try ScratchFolder(["shop.py": Self.before])
    try folder.commitAll()
    let editor = try saved(Self.after, in: folder)
    #expect(try changed(editor, folder.uri("shop.py")) == 1)
    try folder.write(Self.after, to: "shop.py")
    try folder.commitAll()
    editor.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri(".git/logs/HEAD")), "type": 2]]]
    )
    try editor.logLine(containing: "read shop.py")
    #expect(try changed(editor, folder.uri("shop.py")) == nil)
  }

  @Test func aSaveTakesBrokenTextAsItIs() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout, .unparsedRegion])
    let uri = "file:///nowhere/shop.py"
    editor.open(uri, DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.change(uri, version: 2, [4, 4, 4, 10], "retur (((")
    #expect(try titles(editor, uri) == ["1 gap"], "held while it is typed")
    editor.save(uri)
    try editor.logLine(containing: "read shop.py after 1 changes: taken")
    #expect(try titles(editor, uri).contains { "\($0 ?? .null)".contains("unverified") }, "said to be unread")
  }
}
