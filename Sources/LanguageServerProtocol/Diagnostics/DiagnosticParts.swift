package import JSONText

/// Where a diagnostic's code is explained.
package struct CodeDescription: Hashable, Sendable {
  /// A URI that a browser opens.
  package var href: String

  package init(href: String) { self.href = href }
}

extension CodeDescription: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) { href = try json.required("href") }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("href", href) }
  }
}

/// Another place that a diagnostic speaks of.
package struct DiagnosticRelatedInformation: Hashable, Sendable {
  package var location: Location
  package var message: String

  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

extension DiagnosticRelatedInformation: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    location = try json.required("location")
    message = try json.required("message")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("location", location)
      writer.field("message", message)
    }
  }
}
