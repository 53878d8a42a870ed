import JSONText
import Rules
import TestSupport
import Testing

@Suite struct CodeLensTests {
  private let uri = "file:///work/shop.py"

  static let text = """
    import requests


    @cached
    def stock(sku):
        return requests.get("https://warehouse/" + sku)


    def two():
        return 2


    class Shop:
        def price(self, sku):
            requests.post("https://log/" + sku)
            return requests.get("https://prices/" + sku, timeout=5).json()
    """ + "\n"

  /// Line, title, command, arguments of each lens.
  private func lenses(_ editor: TestEditor) throws -> [[JSONValue?]] {
    let result = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    guard case .array(let lenses) = result else { return [] }
    return lenses.map { lens in
      #expect(lens["range"]?["start"]?["line"] == lens["range"]?["end"]?["line"])
      return [lens["range"]?["start"]?["line"], lens["command"]?["title"], lens["command"]?["arguments"]?[1]]
    }
  }

  @Test func unitsWithSomethingToSayHaveOneAndItIsComplete() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    let shown = try lenses(editor)
    #expect(shown.map { $0[0] } == [4, 13])
    #expect(shown.map { $0[2] } == ["stock", "Shop.price"])
    guard case .string(let first)? = shown[0][1], case .string(let second)? = shown[1][1] else { return }
    #expect(first == "1 gap")
    #expect(second == "1 gap · 1 checked")
  }

  @Test func itsCommandIsOneThatTheServerRuns() throws {
    let greeting = try TestEditor().request("initialize", ["capabilities": [:]])
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    let result = try editor.request("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]])
    let command = try #require(result[0]?["command"])
    #expect(greeting["capabilities"]?["executeCommandProvider"]?["commands"]?[0] == command["command"])
    let page = try editor.request(
      "workspace/executeCommand",
      ["command": command["command"] ?? .null, "arguments": command["arguments"] ?? .null, "title": "kept by clients"]
    )
    guard case .string(let markdown) = page else {
      Issue.record("no page but \(page)")
      return
    }
    #expect(markdown.contains("`stock`"))
    #expect(markdown.contains("missing-timeout"))
  }

  @Test func itFollowsEditsAndStaysWhileTextIsBroken() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, Self.text)
    let before = try lenses(editor)
    editor.change(uri, version: 2, [1, 0, 1, 0], "\n\n")
    editor.change(uri, version: 3, [11, 4, 11, 12], "retur (((")
    let after = try lenses(editor)
    #expect(after.map { $0[1] } == before.map { $0[1] })
    #expect(after.map { $0[0] } == [6, 15])
    // Also when the whole of it has been looked at.
    try editor.logLine(containing: "after 2 changes")
    #expect(try lenses(editor) == after)
  }

  @Test func aResolvedLensIsTheSame() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    let lens: JSONValue = [
      "range": TestEditor.range(1, 0, 1, 0), "command": ["title": "1 gap", "command": "lacuna.showLedger"],
      "private": 5,
    ]
    #expect(try editor.request("codeLens/resolve", lens) == lens)
  }

  @Test func itIsAskedForAgainWhenAReadingFindsMore() throws {
    let editor = try TestEditor(capabilities: ["workspace": ["codeLens": ["refreshSupport": true]]])
    editor.open(uri, "x = 1\n")
    #expect(try lenses(editor).isEmpty)
    editor.change(uri, version: 2, nil, Self.text)
    _ = try editor.next("workspace/codeLens/refresh")
    #expect(try lenses(editor).count == 2)
  }

  @Test func thereAreNoneWhereNobodyWantsThem() throws {
    let editor = try TestEditor(capabilities: [:], settings: ["codeLens": ["enable": false]])
    editor.open(uri, Self.text)
    #expect(try lenses(editor).isEmpty)
  }

  @Test func codeAtTopLevelHasItsLensAboveTheFile() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, "import requests\n\nprint(requests.get(\"https://a\"))\n")
    let shown = try lenses(editor)
    #expect(shown.map { $0[0] } == [0])
    guard case .string(let title)? = shown.first?[1] else { return }
    #expect(title.hasPrefix("top level: 1 gap"))
  }

  @Test func aFileThatIsNotReadSaysSo() throws {
    let editor = try TestEditor(capabilities: [:], settings: ["maxFileSize": 20])
    editor.open(uri, Self.text)
    #expect(try lenses(editor).map { $0[1] } == ["not read: too large"])
    let binary = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    binary.open(uri, "x = \"\u{0}\"\n")
    #expect(try lenses(binary).map { $0[1] } == ["not read: not text"])
  }
}
