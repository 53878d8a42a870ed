package import JSONText

/// A document with its text.
package struct TextDocumentItem: Hashable, Sendable, JSONReadable {
  package var uri: DocumentURI
  /// The client's name for the language; empty when it says none.
  package var languageId: String
  /// Clients begin with 0, 1 or 2. Nil from a client that does not count.
  package var version: Int?
  package var text: String

  package init(uri: DocumentURI, languageId: String, version: Int?, text: String) {
    self.uri = uri
    self.languageId = languageId
    self.version = version
    self.text = text
  }

  package init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.required("uri")
    languageId = json.tolerated("languageId") ?? ""
    version = json.tolerated("version")
    text = try json.required("text")
  }
}
