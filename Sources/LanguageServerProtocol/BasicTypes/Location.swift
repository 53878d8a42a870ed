package import JSONText

/// A stretch of some document.
package struct Location: Hashable, Sendable {
  package var uri: DocumentURI
  package var range: LSPRange

  package init(uri: DocumentURI, range: LSPRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.required("uri")
    range = try json.required("range")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("uri", uri)
      writer.field("range", range)
    }
  }
}
