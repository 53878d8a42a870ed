package import JSONText

/// What the server offers. What is nil or false is not offered, and not written.
package struct ServerCapabilities: Hashable, Sendable {
  /// One of those that the client named.
  package var positionEncoding: PositionEncodingKind?
  package var textDocumentSync: TextDocumentSyncOptions?
  package var diagnosticProvider: DiagnosticOptions?
  package var codeLensProvider: CodeLensOptions?
  package var codeActionProvider: CodeActionOptions?
  package var hoverProvider = false
  package var executeCommandProvider: ExecuteCommandOptions?
  package var workspace: WorkspaceOptions?
  /// Whatever is outside the specification.
  package var experimental: JSONValue?

  package init() {}
}

extension ServerCapabilities: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("positionEncoding", ifPresent: positionEncoding)
      writer.field("textDocumentSync", ifPresent: textDocumentSync)
      writer.field("diagnosticProvider", ifPresent: diagnosticProvider)
      writer.field("codeLensProvider", ifPresent: codeLensProvider)
      writer.field("codeActionProvider", ifPresent: codeActionProvider)
      writer.field("hoverProvider", ifTrue: hoverProvider)
      writer.field("executeCommandProvider", ifPresent: executeCommandProvider)
      writer.field("workspace", ifPresent: workspace)
      writer.field("experimental", ifPresent: experimental)
    }
  }
}
