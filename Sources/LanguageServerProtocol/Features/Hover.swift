package import JSONText

/// `textDocument/hover`: what to show for a place; nil when there is nothing to say.
package struct HoverRequest: ClientRequest, Hashable {
  package static let method = "textDocument/hover"
  package typealias Reply = Hover?

  package var textDocument: TextDocumentIdentifier
  package var position: LSPPosition

  package init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try json.required("textDocument")
    position = try json.required("position")
  }
}

/// What is shown for a place.
package struct Hover: Hashable, Sendable, JSONWritable {
  package var contents: MarkupContent
  /// What it is about; the client may mark it.
  package var range: LSPRange?

  package init(contents: MarkupContent, range: LSPRange? = nil) {
    self.contents = contents
    self.range = range
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("contents", contents)
      writer.field("range", ifPresent: range)
    }
  }
}
