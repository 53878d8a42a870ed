package import JSONText

/// `textDocument/didClose`: from now on the disk says again what the text is.
package struct DidCloseNotification: ClientNotification, Hashable {
  package static let method = "textDocument/didClose"

  package var textDocument: TextDocumentIdentifier

  package init(json: JSONValue) throws(JSONMismatch) { textDocument = try json.required("textDocument") }
}
