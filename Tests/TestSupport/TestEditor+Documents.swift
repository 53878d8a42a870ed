package import JSONText

extension TestEditor {
  package func open(_ uri: String, _ text: String, language: String = "python", version: Int64 = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": .string(language), "version": .integer(version), "text": .string(text),
        ]
      ]
    )
  }

  /// Replaces a stretch, given as line, character, line, character; nil for the whole text.
  package func change(_ uri: String, version: Int64?, _ range: [Int64]?, _ text: String) {
    var change: JSONObject = ["text": .string(text)]
    if let range, range.count == 4 { change["range"] = TestEditor.range(range[0], range[1], range[2], range[3]) }
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": version.map { .integer($0) } ?? .null],
        "contentChanges": [.object(change)],
      ]
    )
  }

  package func close(_ uri: String) {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  package func save(_ uri: String) {
    notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]])
  }

  package static func position(_ line: Int64, _ character: Int64) -> JSONValue {
    ["line": .integer(line), "character": .integer(character)]
  }

  package static func range(_ line: Int64, _ character: Int64, _ endLine: Int64, _ endCharacter: Int64) -> JSONValue {
    ["start": position(line, character), "end": position(endLine, endCharacter)]
  }
}
