package import JSONText

/// `textDocument/didChange`: an open document is another now.
package struct DidChangeNotification: ClientNotification, Hashable {
  package static let method = "textDocument/didChange"

  /// With the version after all changes.
  package var textDocument: VersionedTextDocumentIdentifier
  /// To be made one after the other: each counts from the text that the one before it left.
  package var contentChanges: [ContentChange]

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    contentChanges = try json.required("contentChanges")
  }
}

/// One change of a text.
package struct ContentChange: Hashable, Sendable, JSONReadable {
  /// What is replaced; nil for the whole text.
  package var range: LSPRange?
  package var text: String

  package init(range: LSPRange?, text: String) {
    self.range = range
    self.text = text
  }

  package init(json: JSONValue) throws(JSONMismatch) {
    range = try json.optional("range")
    text = try json.required("text")
  }
}
