package import JSONText

/// `workspace/textDocumentContent` (3.18): the text of a document of one of the server's own schemes, to be read only.
package struct TextDocumentContentRequest: ClientRequest, Hashable {
  package static let method = "workspace/textDocumentContent"
  package typealias Reply = TextDocumentContentResult

  package var uri: DocumentURI

  package init(json: JSONValue) throws(JSONMismatch) { uri = try json.required("uri") }
}

/// The answer to `workspace/textDocumentContent`.
package struct TextDocumentContentResult: Hashable, Sendable, JSONWritable {
  package var text: String

  package init(text: String) { self.text = text }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("text", text) }
  }
}

/// `workspace/textDocumentContent/refresh` (3.18): the client should ask for a document again.
package struct TextDocumentContentRefreshRequest: ServerRequest, Hashable {
  package static let method = "workspace/textDocumentContent/refresh"
  package typealias Reply = NoResult

  package var uri: DocumentURI

  package init(uri: DocumentURI) { self.uri = uri }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("uri", uri) }
  }
}

/// For which schemes the server makes documents.
package struct TextDocumentContentOptions: Hashable, Sendable, JSONWritable {
  package var schemes: [String]

  package init(schemes: [String]) { self.schemes = schemes }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("schemes", schemes) }
  }
}
