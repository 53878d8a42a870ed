package import JSONText

/// `workspace/configuration`: asks for the user's settings. Only for clients that declare it. The answer has an element
/// for each item, null where the client has none.
package struct ConfigurationRequest: ServerRequest, Hashable {
  package static let method = "workspace/configuration"
  package typealias Reply = [JSONValue]?

  package struct Item: Hashable, Sendable, JSONWritable {
    /// For which file or folder; nil for the workspace.
    package var scopeUri: DocumentURI?
    /// Which part of the settings; nil for all.
    package var section: String?

    package init(scopeUri: DocumentURI? = nil, section: String? = nil) {
      self.scopeUri = scopeUri
      self.section = section
    }

    package func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.field("scopeUri", ifPresent: scopeUri)
        writer.field("section", ifPresent: section)
      }
    }
  }

  package var items: [Item]

  package init(items: [Item]) { self.items = items }

  package func write(to writer: inout JSONWriter) {
    writer.object { $0.field("items", items) }
  }
}
