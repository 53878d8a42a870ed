package import JSONText

/// A stretch of a document. What comes from a client may have its end before its start.
package struct LSPRange: Hashable, Sendable {
  package var start: LSPPosition
  /// Exclusive.
  package var end: LSPPosition

  package init(start: LSPPosition, end: LSPPosition) {
    self.start = start
    self.end = end
  }
}

extension LSPRange: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    start = try json.required("start")
    end = try json.required("end")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("start", start)
      writer.field("end", end)
    }
  }
}
