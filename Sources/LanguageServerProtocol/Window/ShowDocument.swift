package import JSONText

/// `window/showDocument`: the client opens a document. Only for clients that declare it.
package struct ShowDocumentRequest: ServerRequest, Hashable {
  package static let method = "window/showDocument"
  package typealias Reply = ShowDocumentResult

  package var uri: DocumentURI
  /// In another program, such as a browser.
  package var external: Bool?
  package var takeFocus: Bool?
  package var selection: LSPRange?

  package init(uri: DocumentURI, external: Bool? = nil, takeFocus: Bool? = nil, selection: LSPRange? = nil) {
    self.uri = uri
    self.external = external
    self.takeFocus = takeFocus
    self.selection = selection
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("uri", uri)
      writer.field("external", ifPresent: external)
      writer.field("takeFocus", ifPresent: takeFocus)
      writer.field("selection", ifPresent: selection)
    }
  }
}

/// Whether a document was opened.
package struct ShowDocumentResult: Hashable, Sendable, JSONReadable {
  package var success: Bool

  /// An answer that says nothing says that nothing was shown.
  package init(json: JSONValue) { success = json.isTrue("success") }
}
