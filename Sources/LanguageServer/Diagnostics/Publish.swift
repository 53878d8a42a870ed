import LanguageServerProtocol

/// Diagnostics for clients that do not ask for them.
extension Session {
  /// Tells the client what is to be said of a document, unless it knows.
  func tellDiagnostics(of document: OpenDocument) {
    guard document.isRead else { return }
    let findings = Finding.all(in: document, encoding, showsUnverified: false)
    // Nothing was said, and nothing is to be said: so it stays.
    guard findings != document.told.findings ?? [] else { return }
    document.told.findings = findings
    document.told.number += 1
    document.told.version = document.version
    publish(findings.map { Diagnostic($0, of: document, for: diagnosticAbilities) }, of: document)
  }

  /// Takes back what was said of a document that is closed.
  func withdrawDiagnostics(of document: OpenDocument) {
    guard !(document.told.findings ?? []).isEmpty else { return }
    publish([], of: document)
  }

  private func publish(_ diagnostics: [Diagnostic], of document: OpenDocument) {
    let version = diagnosticAbilities?.versionSupport ?? false ? document.version : nil
    client.notify(PublishDiagnosticsNotification(uri: document.uri, version: version, diagnostics: diagnostics))
  }

  /// What the client can do with the parts of a diagnostic; nil where it says nothing of it.
  var diagnosticAbilities: ClientCapabilities.Diagnostics? {
    capabilities.textDocument.diagnostic ?? capabilities.textDocument.publishDiagnostics
  }
}
