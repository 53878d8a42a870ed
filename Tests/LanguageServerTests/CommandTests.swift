import Foundation
import JSONText
import LanguageServer
import LanguageServerProtocol
import Rules
import TestSupport
import Testing
import Workspace

@Suite struct CommandTests {
  private let uri = "file:///work/shop.py"

  private func run(_ editor: TestEditor, _ command: String, _ arguments: JSONValue...) throws -> JSONValue {
    try editor.request("workspace/executeCommand", ["command": .string(command), "arguments": .array(arguments)])
  }

  private func text(_ value: JSONValue?) -> String {
    if case .string(let text)? = value { text } else { "" }
  }

  @Test func aPageIsTheResultAndIsSaidInShortWhereNothingCanBeOpened() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open(uri, DiagnosticsTests.text)
    let page = text(try run(editor, "lacuna.showLedger", .string(uri), "stock"))
    #expect(page.hasPrefix("# `stock`\n"))
    #expect(page.contains("missing-timeout"))
    let message = try editor.next("window/showMessage")
    #expect(message["type"] == 3)
    #expect(text(message["message"]).hasPrefix("stock: 1 gap."))
  }

  @Test func aPageIsAFileInTheCacheForThoseWhoOpenFiles() throws {
    let folder = try ScratchFolder()
    var options = Server.Options()
    options.environment["XDG_CACHE_HOME"] = folder.path
    let editor = try TestEditor(
      capabilities: ["window": ["showDocument": ["support": true]]],
      rules: [.missingTimeout],
      options: options
    )
    editor.answers["window/showDocument"] = ["success": true]
    editor.open(uri, DiagnosticsTests.text)
    let page = text(try run(editor, "lacuna.showLedger", .string(uri), "stock"))
    let shown = DocumentURI(text(try editor.next("window/showDocument")["uri"]))
    let path = try #require(shown.path)
    #expect(path.hasPrefix("\(folder.path)/lacuna/pages/"))
    #expect(path.hasSuffix("stock.md"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    // The same page is the same file.
    _ = try run(editor, "lacuna.showLedger", .string(uri), "stock")
    #expect(DocumentURI(text(try editor.next("window/showDocument")["uri"])) == shown)
    #expect(try editor.request("shutdown") == .null)
    #expect(editor.unread("window/showMessage").isEmpty)
  }

  @Test func aPageIsADocumentOfTheServersForThoseWhoOpenSuch() throws {
    let editor = try TestEditor(
      capabilities: ["window": ["showDocument": ["support": true]], "workspace": ["textDocumentContent": [:]]],
      rules: [.missingTimeout]
    )
    editor.answers["window/showDocument"] = ["success": true]
    editor.open(uri, DiagnosticsTests.text)
    let page = try run(editor, "lacuna.showLedger", .string(uri), "stock")
    let address = try #require(try editor.next("window/showDocument")["uri"])
    #expect(text(address).hasPrefix("lacuna:/stock.md?"))
    #expect(try editor.request("workspace/textDocumentContent", ["uri": address]) == ["text": page])
    // It says what is so now.
    editor.change(uri, version: 2, [4, 50, 4, 50], ", timeout=3")
    let later = try editor.request("workspace/textDocumentContent", ["uri": address])
    #expect(text(later["text"]).contains("1 checked"))
    editor.close(uri)
    #expect(throws: ResponseError(.requestFailed, "The document is not open.")) {
      try editor.request("workspace/textDocumentContent", ["uri": address])
    }
  }

  @Test func whatTheClientDoesNotOpenIsSaidInstead() throws {
    let editor = try TestEditor(
      capabilities: ["window": ["showDocument": ["support": true]], "workspace": ["textDocumentContent": [:]]],
      rules: [.missingTimeout]
    )
    editor.answers["window/showDocument"] = ["success": false]
    editor.open(uri, DiagnosticsTests.text)
    _ = try run(editor, "lacuna.showLedger", .string(uri), "stock")
    #expect(text(try editor.next("window/showMessage")["message"]).hasPrefix("stock: 1 gap."))
  }

  @Test func theReviewOfAFileHasAPage() throws {
    let editor = try TestEditor(capabilities: [:], rules: [.missingTimeout])
    editor.open("untitled:Untitled-1", DiagnosticsTests.text)
    let page = text(try run(editor, "lacuna.reviewFile", "untitled:Untitled-1"))
    #expect(page.contains("`stock`"))
    #expect(page.contains("| 1 | 0 | 1 | 1 | 0 |"))
    #expect(text(try editor.next("window/showMessage")["message"]).contains("1 flagged"))
  }

  @Test func aReviewIsMadeAgainstTheBaseline() throws {
    let folder = try ScratchFolder(["shop.py": "import requests\n\n\ndef gone():\n    return 1\n"])
    try folder.commitAll()
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    let uri = folder.uri("shop.py")
    editor.open(uri, DiagnosticsTests.text)
    let page = text(try run(editor, "lacuna.reviewFile", .string(uri)))
    #expect(page.contains("Against `HEAD`"))
    #expect(page.contains("`stock` · added"))
    #expect(page.contains("Removed: `gone`"))
  }

  @Test func theReviewOfTheWorkspaceHasAPage() throws {
    let folder = try ScratchFolder(["src/shop.py": "import requests\n\n\ndef gone():\n    return 1\n"])
    try folder.commitAll()
    try folder.write(DiagnosticsTests.text, to: "src/shop.py")
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    let page = text(try run(editor, "lacuna.reviewWorkspace"))
    #expect(page.contains("Against `HEAD`"))
    #expect(page.contains("`stock` · added"))
    #expect(page.contains("(\(folder.uri("src/shop.py"))#L"))
    #expect(text(try editor.next("window/showMessage")["message"]).contains("1 flagged"))
  }

  @Test func aWorkspaceWithNothingToCompareWithIsReviewedAsItStands() throws {
    let folder = try ScratchFolder(["shop.py": DiagnosticsTests.text])
    let editor = try TestEditor(capabilities: [:], folder: folder, rules: [.missingTimeout])
    let page = text(try run(editor, "lacuna.reviewWorkspace", .string(folder.uri(""))))
    #expect(page.contains("Compared with nothing"))
    #expect(page.contains("`missing-timeout`"))
  }

  @Test func mistakesAreAnswered() throws {
    let editor = try TestEditor(capabilities: [:])
    editor.open(uri, DiagnosticsTests.text)
    func code(_ command: String, _ arguments: JSONValue...) -> ErrorCode? {
      do {
        let params: JSONValue = ["command": .string(command), "arguments": .array(arguments)]
        _ = try editor.request("workspace/executeCommand", params)
        return nil
      } catch {
        return (error as? ResponseError)?.code
      }
    }
    #expect(code("lacuna.unheard") == .invalidParams)
    #expect(code("lacuna.showLedger") == .invalidParams)
    #expect(code("lacuna.showLedger", .string(uri)) == .invalidParams)
    #expect(code("lacuna.showLedger", .string(uri), "nobody") == .requestFailed)
    #expect(code("lacuna.reviewFile", "file:///elsewhere.py") == .requestFailed)
    #expect(code("lacuna.reviewFile", 5) == .invalidParams)
    #expect(code("lacuna.reviewWorkspace") == .requestFailed)
    #expect(code("lacuna.reviewWorkspace", "file:///elsewhere") == .requestFailed)
    #expect(code("lacuna.applyAction", [:]) == .invalidParams)
  }
}
