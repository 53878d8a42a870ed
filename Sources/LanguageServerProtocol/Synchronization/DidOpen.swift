package import JSONText

/// `textDocument/didOpen`: from now on the client says what the text is, and not the disk.
package struct DidOpenNotification: ClientNotification, Hashable {
  package static let method = "textDocument/didOpen"

  package var textDocument: TextDocumentItem

  package init(json: JSONValue) throws(JSONMismatch) { textDocument = try json.required("textDocument") }
}
