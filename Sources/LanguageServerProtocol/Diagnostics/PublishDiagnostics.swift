package import JSONText

/// `textDocument/publishDiagnostics`: all that is to be said about a document; replaces what was said before.
package struct PublishDiagnosticsNotification: ServerNotification, Hashable {
  package static let method = "textDocument/publishDiagnostics"

  package var uri: DocumentURI
  /// The version that is spoken of. Only for clients that declare `versionSupport`.
  package var version: Int?
  package var diagnostics: [Diagnostic]

  package init(uri: DocumentURI, version: Int? = nil, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("uri", uri)
      writer.field("version", ifPresent: version)
      writer.field("diagnostics", diagnostics)
    }
  }
}
