package import JSONText

/// `textDocument/didSave`: an open document was written to the disk.
package struct DidSaveNotification: ClientNotification, Hashable {
  package static let method = "textDocument/didSave"

  package var textDocument: TextDocumentIdentifier
  /// Only when the server asked for it by `SaveOptions.includeText`.
  package var text: String?

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    text = json.tolerated("text")
  }
}
