import JSONText
import Rules
import TestSupport
import Testing

@Suite struct DiagnosticsTests {
  static let text = """
    import requests


    def stock(sku):
        return requests.get("https://warehouse/" + sku)


    def price(sku):
        return requests.get("https://prices/" + sku, timeout=5)
    """ + "\n"

  private let uri = "file:///work/shop.py"

  private func codes(_ params: JSONValue) -> [JSONValue?] {
    guard case .array(let diagnostics)? = params["diagnostics"] else { return [] }
    return diagnostics.map { $0["code"] }
  }

  @Test func whatIsMissingIsPublishedOnOpening() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    let published = try editor.next("textDocument/publishDiagnostics")
    #expect(published["uri"] == .string(uri))
    #expect(published["version"] == nil)
    #expect(codes(published) == ["missing-timeout"])
    let diagnostic = published["diagnostics"]?[0]
    #expect(diagnostic?["range"] == TestEditor.range(4, 11, 4, 51))
    #expect(diagnostic?["severity"] == 2)
    #expect(diagnostic?["source"] == "lacuna")
    #expect(diagnostic?["data"]?["version"] == 1)
    #expect(diagnostic?["data"]?["rule"] == "missing-timeout")
    #expect(diagnostic?["data"]?["fingerprint"] != nil)
    guard case .string(let question)? = diagnostic?["data"]?["question"] else {
      Issue.record("no question in \(String(describing: diagnostic))")
      return
    }
    #expect(question.hasSuffix("?"))
    guard case .string(let message)? = diagnostic?["message"] else { return }
    #expect(!message.contains("\n"))
  }

  @Test func aClientGetsOnlyThePartsThatItKnows() throws {
    let editor = try TestEditor(capabilities: [:], settings: ["docs": ["base": "https://example.com/rules"]])
    editor.open(uri, Self.text)
    let plain = try editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0]
    #expect(plain?["relatedInformation"] == nil)
    #expect(plain?["codeDescription"] == nil)

    let knowing = try TestEditor(
      capabilities: [
        "textDocument": [
          "publishDiagnostics": ["relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true]
        ]
      ],
      settings: ["lacuna": ["docs": ["base": "https://example.com/rules"]]]
    )
    knowing.open(uri, Self.text, version: 7)
    let published = try knowing.next("textDocument/publishDiagnostics")
    #expect(published["version"] == 7)
    let rich = published["diagnostics"]?[0]
    #expect(rich?["codeDescription"]?["href"] == "https://example.com/rules/missing-timeout")
    #expect(rich?["relatedInformation"]?[0]?["message"] == rich?["data"]?["question"])
    #expect(rich?["relatedInformation"]?[0]?["location"]?["uri"] == .string(uri))
  }

  @Test func anEditIsAnsweredBeforeTheNextMessage() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.change(uri, version: 2, [8, 47, 8, 58], "")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").map(codes) == [["missing-timeout", "missing-timeout"]])
  }

  @Test func anUnchangedSetIsNotPublishedAgain() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.change(uri, version: 2, [8, 57, 8, 58], "7")
    editor.change(uri, version: 3, [8, 58, 8, 58], "0")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func aMovedSetIsPublishedAtItsNewPlace() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.change(uri, version: 2, [1, 0, 1, 0], "\n")
    let moved = try editor.next("textDocument/publishDiagnostics")
    #expect(moved["diagnostics"]?[0]?["range"] == TestEditor.range(5, 11, 5, 51))
  }

  @Test func findingsOutlastHalfTypedText() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    try editor.logLine(containing: "read shop.py")
    editor.change(uri, version: 2, [8, 4, 8, 10], "retur (")
    try editor.logLine(containing: "read shop.py")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func whatIsPutRightIsTakenBack() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.change(uri, version: 2, [4, 50, 4, 50], ", timeout=3")
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == [])
  }

  @Test func closingTakesBackWhatWasSaid() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    _ = try editor.next("textDocument/publishDiagnostics")
    editor.close(uri)
    #expect(codes(try editor.next("textDocument/publishDiagnostics")) == [])
    editor.close(uri)
    editor.change(uri, version: 5, nil, "x = 1\n")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
    #expect(editor.log.contains { $0.contains("a change of a document that is not open") })
  }

  @Test func nothingIsSaidWhereThereIsNothingToSay() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, "def two():\n    return 2\n")
    try editor.logLine(containing: "read shop.py")
    _ = try? editor.request("test/barrier")
    #expect(editor.unread("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func whatCouldNotBeVerifiedIsAHintForThoseWhoAsk() throws {
    let editor = try TestEditor(capabilities: [:], settings: ["diagnostics": ["unverified": true]])
    editor.open(uri, "import requests\n\n\ndef get(url, **options):\n    return requests.get(url, **options)\n")
    let published = try editor.next("textDocument/publishDiagnostics")
    guard case .array(let diagnostics)? = published["diagnostics"] else { return }
    let timeout = diagnostics.first { $0["code"] == "missing-timeout" }
    #expect(timeout?["severity"] == 4)
  }
}
