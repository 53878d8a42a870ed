package import JSONText

/// Edits of one document at one version: the client refuses them when it has another. They do not overlap, and all count
/// from the text before the first of them.
package struct TextDocumentEdit: Hashable, Sendable {
  package var textDocument: OptionalVersionedTextDocumentIdentifier
  package var edits: [LSPTextEdit]

  package init(textDocument: OptionalVersionedTextDocumentIdentifier, edits: [LSPTextEdit]) {
    self.textDocument = textDocument
    self.edits = edits
  }
}

extension TextDocumentEdit: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    edits = try json.required("edits")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("textDocument", textDocument)
      writer.field("edits", edits)
    }
  }
}
