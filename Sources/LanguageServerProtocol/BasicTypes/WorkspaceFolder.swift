package import JSONText

/// A root that the client works in.
package struct WorkspaceFolder: Hashable, Sendable, JSONReadable {
  package var uri: DocumentURI
  /// For people; empty when the client says none.
  package var name: String

  package init(uri: DocumentURI, name: String) {
    self.uri = uri
    self.name = name
  }

  package init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.required("uri")
    name = json.tolerated("name") ?? ""
  }
}
