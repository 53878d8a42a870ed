import JSONText
import Rules
import TestSupport
import Testing

@Suite struct SynchronizationTests {
  private let uri = "file:///work/shop.py"

  private static func length(_ text: String, _ encoding: String) -> Int64 {
    switch encoding {
    case "utf-8": Int64(text.utf8.count)
    case "utf-16": Int64(text.utf16.count)
    default: Int64(text.unicodeScalars.count)
    }
  }

  /// Whatever a client counts, the mark is under the same words.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"], ["\n", "\r\n"])
  func placesAreCountedAsAgreed(encoding: String, ending: String) throws {
    let editor = try TestEditor(capabilities: ["general": ["positionEncodings": [.string(encoding)]]])
    let before = "    x = \"𝒳é\"; return "
    let call = "requests.get(\"𝒳\")"
    let lines = ["import requests", "", "def f():", before + call, ""]
    editor.open(uri, lines.joined(separator: ending))
    let (start, end) = (Self.length(before, encoding), Self.length(before + call, encoding))
    let first = try editor.next("textDocument/publishDiagnostics")
    #expect(first["diagnostics"]?[0]?["range"] == TestEditor.range(3, start, 3, end))

    // Behind the astral character: what is typed there must land there.
    editor.change(uri, version: 2, [3, end - 1, 3, end - 1], ", timeout=2")
    #expect(try editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  @Test func theWholeTextMayComeAtOnce() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, "x = 1\n", version: 1)
    // The same number again, as some clients begin.
    editor.change(uri, version: 1, nil, DiagnosticsTests.text)
    let published = try editor.next("textDocument/publishDiagnostics")
    #expect(published["diagnostics"]?[0]?["data"]?["version"] == 1)
  }

  @Test func versionsMayBeSkippedOrMissing() throws {
    let editor = try TestEditor(capabilities: ["textDocument": ["publishDiagnostics": ["versionSupport": true]]])
    editor.open(uri, DiagnosticsTests.text, version: 0)
    #expect(try editor.next("textDocument/publishDiagnostics")["version"] == 0)
    editor.change(uri, version: 17, [4, 50, 4, 50], ", timeout=3")
    #expect(try editor.next("textDocument/publishDiagnostics")["version"] == 17)
    editor.change(uri, version: nil, [4, 50, 4, 61], "")
    #expect(try editor.next("textDocument/publishDiagnostics")["version"] == nil)
  }

  @Test func rangesBeyondTheTextAreCutToIt() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, "x = 1\n")
    editor.change(uri, version: 2, [0, 0, 4_000_000_000, 9], "")
    editor.change(uri, version: 3, [900, 900, 0, 0], DiagnosticsTests.text)
    #expect(try editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0]?["code"] == "missing-timeout")
  }

  @Test func oneMessageMayHoldSeveralChanges() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": 2],
        "contentChanges": [
          ["range": TestEditor.range(0, 0, 0, 0), "text": "\n\n"],
          ["range": TestEditor.range(6, 50, 6, 50), "text": ", timeout=3"],
        ],
      ]
    )
    #expect(try editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  @Test func differentSpellingsNameOneDocument() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open("file:///work/my%20shop.py", DiagnosticsTests.text)
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == "file:///work/my%20shop.py")
    editor.change("file:///work/my shop.py", version: 2, [4, 50, 4, 50], ", timeout=3")
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == "file:///work/my%20shop.py")
  }

  @Test func aSecondOpeningReplacesTheFirst() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.open(uri, "x = 1\n")
    #expect(try editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  @Test(arguments: [
    ("untitled:Untitled-1", "python"), ("file:///elsewhere/tool", "python"), ("file:///work/a.py", ""),
    ("file:///work/a.py", "plaintext"),
  ])
  func theLanguageIsTheEditorsWordOrTheFilesName(uri: String, language: String) throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text, language: language)
    #expect(try editor.next("textDocument/publishDiagnostics")["uri"] == .string(uri))
  }
}
