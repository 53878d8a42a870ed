package import JSONText

/// Replaces a stretch of a document by a text.
package struct LSPTextEdit: Hashable, Sendable {
  package var range: LSPRange
  package var newText: String
  /// The name of an annotation in the edit that holds this one. Only for clients that declare annotations.
  package var annotationId: String?

  package init(range: LSPRange, newText: String, annotationId: String? = nil) {
    self.range = range
    self.newText = newText
    self.annotationId = annotationId
  }
}

extension LSPTextEdit: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    range = try json.required("range")
    newText = try json.required("newText")
    annotationId = try json.optional("annotationId")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("range", range)
      writer.field("newText", newText)
      writer.field("annotationId", ifPresent: annotationId)
    }
  }
}
