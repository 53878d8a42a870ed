import JSONText
import LanguageServerProtocol
import Rules
import TestSupport
import Testing

/// A client that asks for actions and makes their edits.
private struct ActionClient {
  let editor: TestEditor
  let uri: String
  var text: String
  var version: Int64 = 1

  static let literals: JSONValue = ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]]
  static let capabilities: JSONValue = ["textDocument": ["codeAction": literals]]

  init(
    _ text: String,
    capabilities: JSONValue = ActionClient.capabilities,
    settings: JSONValue = .null,
    rules: [RuleID] = [.missingTimeout],
    name: String = "shop.py",
    language: String = "python"
  ) throws {
    editor = try TestEditor(capabilities: capabilities, settings: settings, rules: rules)
    self.text = text
    uri = "file:///work/\(name)"
    editor.open(uri, text, language: language)
  }

  func offered(_ range: JSONValue, context: JSONValue = ["diagnostics": []]) throws -> [JSONValue] {
    let result = try editor.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": .string(uri)], "range": range, "context": context]
    )
    guard case .array(let actions) = result else { return [] }
    return actions
  }

  func titles(_ line: Int64) throws -> [String] {
    try offered(TestEditor.range(line, 0, line, 0)).compactMap { action in
      if case .string(let title)? = action["title"] { title } else { nil }
    }
  }

  func action(_ title: String, at line: Int64) throws -> JSONValue? {
    try offered(TestEditor.range(line, 0, line, 0)).first { $0["title"] == .string(title) }
  }

  /// Makes the edit of an action, and tells the server.
  mutating func perform(_ title: String, at line: Int64) throws {
    let titles = try titles(line)
    let action = try #require(try action(title, at: line), "no \(title) among \(titles)")
    replace(try #require(TestEditor.applying(action["edit"]?["changes"]?[uri], to: text)))
  }

  mutating func replace(_ new: String) {
    text = new
    version += 1
    editor.change(uri, version: version, nil, text)
  }

  mutating func replace(_ old: String, with new: String) throws {
    let range = try #require(text.firstRange(of: old))
    replace(text.replacingCharacters(in: range, with: new))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}

@Suite struct CodeActionTests {
  private static let question = "Insert question: missing-timeout"

  @Test func aQuestionIsInsertedAboveTheGapAsTheFileIsWritten() throws {
    var client = try ActionClient("import requests\r\n\r\ndef stock(sku):\r\n\treturn requests.get(sku)\r\n")
    try client.perform(Self.question, at: 3)
    let lines = client.text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 7)
    #expect(lines[3] == "\t# lacuna: stock")
    #expect(lines[4].hasPrefix("\t# - [ ] missing-timeout ("))
    #expect(lines[4].hasSuffix("?"))
    #expect(lines[5] == "\treturn requests.get(sku)")
    #expect(try !client.titles(5).contains(Self.question), "it has been asked")
  }

  private static let script = "async function stock(sku: string) {\n  return await fetch(sku);\n}\n"

  @Test func otherLanguagesHaveOtherComments() throws {
    var client = try ActionClient(Self.script, name: "shop.ts", language: "typescript")
    try client.perform(Self.question, at: 1)
    #expect(client.text.contains("{\n  // lacuna: stock\n  // - [ ] missing-timeout ("))
    #expect(client.text.hasSuffix("?\n  return await fetch(sku);\n}\n"))
  }

  @Test func aMechanicalFixComesFirstAndSettlesTheEntry() throws {
    var client = try ActionClient(Self.script, name: "shop.ts", language: "typescript")
    let fix = try #require(try client.offered(TestEditor.range(1, 0, 1, 0)).first)
    #expect(fix["kind"] == "quickfix")
    #expect(fix["isPreferred"] == nil, "only for those who know it")
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0]?["code"] == "missing-timeout")
    client.replace(try #require(TestEditor.applying(fix["edit"]?["changes"]?[client.uri], to: client.text)))
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  @Test func aCommentDoesNotLandInsideAString() throws {
    var client = try ActionClient(
      "import requests\n\n\ndef stock(sku):\n    return f\"\"\"\n    {requests.get(sku)}\n    \"\"\"\n"
    )
    try client.perform(Self.question, at: 5)
    #expect(client.text.hasPrefix("import requests\n\n\ndef stock(sku):\n    # lacuna: stock\n    # - [ ]"))
    #expect(client.text.hasSuffix("?\n    return f\"\"\"\n    {requests.get(sku)}\n    \"\"\"\n"))
  }

  @Test func aCommentDoesNotCutALineThatGoesOn() throws {
    var client = try ActionClient(
      "import requests\n\n\ndef stock(sku):\n    answer = 1 + \\\n        requests.get(sku)\n    return answer\n"
    )
    try client.perform(Self.question, at: 5)
    #expect(client.text.contains("?\n    answer = 1 + \\\n        requests.get(sku)\n"))
  }

  @Test(arguments: [
    TestEditor.range(4, 0, 4, 0), TestEditor.range(4, 30, 4, 30), TestEditor.range(4, 0, 5, 0),
    TestEditor.range(4, 0, 4, 51), TestEditor.range(2, 0, 7, 0), TestEditor.range(4, 4_000, 4, 4_000),
  ])
  func anyRangeThatTouchesTheLineFindsIt(range: JSONValue) throws {
    let client = try ActionClient(DiagnosticsTests.text)
    #expect(try client.offered(range).contains { $0["title"] == .string(Self.question) })
  }

  @Test(arguments: [TestEditor.range(3, 0, 4, 0), TestEditor.range(5, 0, 5, 0), TestEditor.range(8, 0, 8, 9)])
  func aRangeThatDoesNotFindsNothing(range: JSONValue) throws {
    let client = try ActionClient(DiagnosticsTests.text)
    #expect(try !client.offered(range).contains { $0["title"] == .string(Self.question) })
  }

  @Test func onlyWantedKindsAreOffered() throws {
    let client = try ActionClient(DiagnosticsTests.text)
    let line = TestEditor.range(4, 0, 4, 0)
    func kinds(_ only: JSONValue) throws -> Set<JSONValue?> {
      Set(try client.offered(line, context: ["diagnostics": [], "only": only]).map { $0["kind"] })
    }
    #expect(try kinds(["quickfix"]) == ["quickfix"])
    #expect(try kinds(["refactor"]) == ["refactor.rewrite"])
    #expect(try kinds(["source.organizeImports"]) == [])
    #expect(try kinds([""]) == ["quickfix", "refactor.rewrite", "source"])
  }

  @Test func anAnsweredQuestionSettlesTheEntry() throws {
    var client = try ActionClient(DiagnosticsTests.text)
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0] != nil)
    try client.perform(Self.question, at: 4)
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0] != nil)
    // A tick needs an answer.
    #expect(try client.action("Answer: missing-timeout", at: 5) == nil)
    try client.replace("sets that limit?", with: "sets that limit? The session has 5 s.")
    try client.perform("Answer: missing-timeout", at: 5)
    #expect(client.text.contains("# - [x] missing-timeout"))
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  @Test func whyATickCannotBeMadeIsSaidToThoseWhoListen() throws {
    var abilities = try JSONObject(json: ActionClient.literals)
    abilities["disabledSupport"] = true
    var client = try ActionClient(
      DiagnosticsTests.text,
      capabilities: ["textDocument": ["codeAction": .object(abilities)]]
    )
    try client.perform(Self.question, at: 4)
    let unanswered = try client.action("Answer: missing-timeout", at: 5)
    #expect(unanswered?["disabled"]?["reason"] == "Write the answer behind the question first.")
    #expect(unanswered?["edit"] == nil)
    try client.replace("requests.get(\"https://warehouse/\" + sku)", with: "requests.get(sku, verify=False)")
    let outdated = try client.action("Answer: missing-timeout", at: 5)
    #expect(outdated?["disabled"]?["reason"] == "The code that this asks about has changed.")
  }

  @Test func aSuppressionCountsOnceItsReasonIsWritten() throws {
    var client = try ActionClient(DiagnosticsTests.text)
    _ = try client.editor.next("textDocument/publishDiagnostics")
    try client.perform("Ignore missing-timeout, with a reason", at: 4)
    #expect(client.text.contains("\n    # lacuna: ignore missing-timeout: <reason>\n    return requests.get"))
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0] != nil)
    #expect(try !client.titles(5).contains("Ignore missing-timeout, with a reason"))
    try client.replace("<reason>", with: "the proxy ends it after 10 s")
    #expect(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"] == [])
  }

  private static let untidy = """
    import requests


    @cached
    def stock(sku):
        requests.post("https://log/" + sku)
        return requests.get("https://warehouse/" + sku)
    """ + "\n"

  @Test func aChecklistStandsAboveTheUnitAndItsDecorators() throws {
    var client = try ActionClient(Self.untidy)
    try client.perform("Insert checklist for stock", at: 4)
    let lines = client.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3] == "# lacuna: stock")
    let items = lines[4...].prefix { $0.hasPrefix("# - [ ] ") }
    #expect(items.count >= 2)
    #expect(lines[4 + items.count] == "@cached")
    #expect(try !client.titles(Int64(5 + items.count)).contains { $0.contains("checklist") }, "it is complete")
  }

  @Test func aChecklistHoldsNoMoreThanWanted() throws {
    var client = try ActionClient(Self.untidy, settings: ["questionsPerUnit": 1])
    try client.perform("Insert checklist for stock", at: 4)
    #expect(client.text.split(separator: "\n").count { $0.hasPrefix("# - [ ] ") } == 1)
  }

  @Test func aChecklistIsBroughtUpToDateInPlace() throws {
    var client = try ActionClient(Self.untidy)
    try client.perform("Insert checklist for stock", at: 4)
    let before = client.text.split(separator: "\n").filter { $0.hasPrefix("# - [ ] ") }
    // Somebody answers one; then the code of another changes.
    let answered = before[0].replacing("# - [ ] ", with: "# - [x] ") + " Yes."
    try client.replace(String(before[0]), with: String(answered))
    try client.replace("\"https://warehouse/\" + sku", with: "\"https://stock/\" + sku + \"/now\"")
    let line = Int64(
      client.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "def stock(sku):") ?? 0
    )
    try client.perform("Update checklist for stock", at: line)
    let after = client.text.split(separator: "\n").filter { $0.hasPrefix("# - [") }
    #expect(after.first == answered[...])
    #expect(after.count == before.count)
    #expect(Set(after).subtracting(before).count >= 2, "a new tag for what changed")
    #expect(client.text.split(separator: "\n").count { $0 == "# lacuna: stock" } == 1)
  }

  @Test func editsCarryTheVersionWhereTheClientLooksAtIt() throws {
    let client = try ActionClient(
      DiagnosticsTests.text,
      capabilities: [
        "textDocument": ["codeAction": ActionClient.literals],
        "workspace": ["workspaceEdit": ["documentChanges": true]],
      ]
    )
    let edit = try #require(try client.action(Self.question, at: 4)?["edit"])
    #expect(edit["changes"] == nil)
    #expect(edit["documentChanges"]?[0]?["textDocument"] == ["uri": .string(client.uri), "version": 1])
  }

  @Test func diagnosticsComeBackAsTheyWere() throws {
    let client = try ActionClient(DiagnosticsTests.text)
    var sent = try JSONObject(
      json: #require(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0])
    )
    sent["private"] = "kept"
    let with = try client.offered(TestEditor.range(4, 0, 4, 0), context: ["diagnostics": [.object(sent)]])
    #expect(with.first?["diagnostics"] == [.object(sent)])
    let without = try client.offered(TestEditor.range(4, 0, 4, 0))
    #expect(without.first?["diagnostics"]?[0]?["code"] == "missing-timeout")
  }

  @Test func aLedgerCanBeOpenedWithoutALens() throws {
    let client = try ActionClient(DiagnosticsTests.text)
    let action = try client.action("Show the ledger of stock", at: 3)
    #expect(action?["command"]?["command"] == "lacuna.showLedger")
    #expect(action?["command"]?["arguments"] == [.string(client.uri), "stock"])
  }
}

@Suite struct CodeActionStalenessTests {
  private static let resolving: JSONValue = [
    "textDocument": [
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]], "dataSupport": true,
        "resolveSupport": ["properties": ["edit"]],
      ]
    ]
  ]

  @Test func theEditCanBeLeftForLater() throws {
    let client = try ActionClient(DiagnosticsTests.text, capabilities: Self.resolving)
    let action = try #require(try client.action("Insert question: missing-timeout", at: 4))
    #expect(action["edit"] == nil)
    let resolved = try client.editor.request("codeAction/resolve", action)
    #expect(resolved["title"] == action["title"])
    #expect(resolved["edit"]?["changes"]?[client.uri]?[0]?["range"] == TestEditor.range(4, 0, 4, 0))
  }

  @Test func anEditForAnotherTextIsRefused() throws {
    var client = try ActionClient(DiagnosticsTests.text, capabilities: Self.resolving)
    let action = try #require(try client.action("Insert question: missing-timeout", at: 4))
    client.replace("\n" + client.text)
    #expect(throws: ResponseError(.contentModified, "The document has changed since.")) {
      try client.editor.request("codeAction/resolve", action)
    }
  }

  @Test func anActionOfAnotherServerIsLeftAlone() throws {
    let client = try ActionClient(DiagnosticsTests.text, capabilities: Self.resolving)
    let foreign: JSONValue = ["title": "Organize", "data": ["x": 1]]
    #expect(try client.editor.request("codeAction/resolve", foreign) == foreign)
  }

  @Test func aRangeTakenFromAnOutdatedDiagnosticIsRefused() throws {
    var client = try ActionClient(DiagnosticsTests.text)
    let diagnostic = try #require(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0])
    let range = try #require(diagnostic["range"])
    client.replace("\n\n\n\n" + client.text)
    _ = try client.editor.next("textDocument/publishDiagnostics")
    #expect(throws: ResponseError(.contentModified, "The document has changed since.")) {
      try client.offered(range, context: ["diagnostics": [diagnostic]])
    }
    // The cursor is where it is.
    _ = try client.offered(TestEditor.range(4, 0, 4, 0), context: ["diagnostics": [diagnostic]])
  }

  @Test func aDiagnosticThatStillHoldsIsNotOutdated() throws {
    var client = try ActionClient(DiagnosticsTests.text)
    let diagnostic = try #require(try client.editor.next("textDocument/publishDiagnostics")["diagnostics"]?[0])
    try client.replace("timeout=5", with: "timeout=7")
    let range = try #require(diagnostic["range"])
    #expect(try !client.offered(range, context: ["diagnostics": [diagnostic]]).isEmpty)
  }

  @Test func aClientThatKnowsOnlyCommandsGetsCommands() throws {
    let client = try ActionClient(DiagnosticsTests.text, capabilities: ["workspace": ["applyEdit": true]])
    let command = try #require(try client.action("Insert question: missing-timeout", at: 4))
    #expect(command["command"] == "lacuna.applyAction")
    // Some clients make the edit and never answer.
    _ = try client.editor.request("workspace/executeCommand", command)
    let applied = try client.editor.next("workspace/applyEdit")
    #expect(applied["edit"]?["changes"]?[client.uri]?[0]?["range"] == TestEditor.range(4, 0, 4, 0))
  }
}
