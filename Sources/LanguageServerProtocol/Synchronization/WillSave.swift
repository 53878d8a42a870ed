package import JSONText

/// Why a document is saved.
package struct TextDocumentSaveReason: OpenSet {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let manual = TextDocumentSaveReason(rawValue: 1)
  package static let afterDelay = TextDocumentSaveReason(rawValue: 2)
  package static let focusOut = TextDocumentSaveReason(rawValue: 3)
}

/// `textDocument/willSave`: an open document is about to be written to the disk.
package struct WillSaveNotification: ClientNotification, Hashable {
  package static let method = "textDocument/willSave"

  package var textDocument: TextDocumentIdentifier
  package var reason: TextDocumentSaveReason

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    reason = json.tolerated("reason") ?? .manual
  }
}
