package import JSONText

/// A document.
package struct TextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI

  package init(uri: DocumentURI) { self.uri = uri }
}

extension TextDocumentIdentifier: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) { uri = try json.required("uri") }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("uri", uri) }
  }
}

/// A document at one of its versions.
package struct VersionedTextDocumentIdentifier: Hashable, Sendable, JSONReadable {
  package var uri: DocumentURI
  /// After the change that it comes with. Nil from a client that does not count (the specification wants it).
  package var version: Int?

  package init(uri: DocumentURI, version: Int?) {
    self.uri = uri
    self.version = version
  }

  package init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.required("uri")
    version = json.tolerated("version")
  }
}

/// A document at the version for which an edit was made.
package struct OptionalVersionedTextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
  /// Nil (written as null): whatever is on the disk.
  package var version: Int?

  package init(uri: DocumentURI, version: Int?) {
    self.uri = uri
    self.version = version
  }
}

extension OptionalVersionedTextDocumentIdentifier: JSONReadable, JSONWritable {
  package init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.required("uri")
    version = try json.optional("version")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("uri", uri)
      writer.field("version", version)
    }
  }
}
