import LanguageServerProtocol
import Workspace

extension Session {
  /// Whether the client asks for diagnostics. Then they are not published: it would show them twice.
  var pullsDiagnostics: Bool { capabilities.textDocument.diagnostic != nil }

  /// What the client can do with the parts of a diagnostic; nil where it says nothing of it.
  var diagnosticAbilities: ClientCapabilities.Diagnostics? {
    capabilities.textDocument.diagnostic ?? capabilities.textDocument.publishDiagnostics
  }

  func findings(in document: OpenDocument) -> [Finding] {
    Finding.all(in: document, encoding, showsUnverified: document.configuration.showsUnverified)
  }

  func diagnostics(_ findings: [Finding], of document: OpenDocument) -> [Diagnostic] {
    findings.map { Diagnostic($0, of: document, for: diagnosticAbilities) }
  }

  /// After an edit. A client that asks for diagnostics asks by itself then.
  func tellDiagnosticsAfterEdit(of document: OpenDocument) {
    if !pullsDiagnostics { tellDiagnostics(of: document) }
  }

  /// Sees to it that the client knows what is to be said of a document.
  func tellDiagnostics(of document: OpenDocument) {
    guard document.isRead, documents[document.uri] === document else { return }
    let findings = findings(in: document)
    // Nothing was said, and nothing is to be said: so it stays.
    guard findings != document.told.findings ?? [] else { return }
    if pullsDiagnostics {
      refreshDiagnostics(of: document)
    } else {
      document.told.take(findings, version: document.version)
      publish(diagnostics(findings, of: document), of: document)
    }
  }

  /// Takes back what was said of a document that is closed.
  func withdrawDiagnostics(of document: OpenDocument) {
    guard !pullsDiagnostics, !(document.told.findings ?? []).isEmpty else { return }
    publish([], of: document)
  }

  private func publish(_ diagnostics: [Diagnostic], of document: OpenDocument) {
    let version = diagnosticAbilities?.versionSupport ?? false ? document.version : nil
    client.notify(PublishDiagnosticsNotification(uri: document.uri, version: version, diagnostics: diagnostics))
  }

  /// The client has an answer that no longer holds, and need not know it: nothing was edited. It is to ask again.
  private func refreshDiagnostics(of document: OpenDocument) {
    guard capabilities.workspace.diagnosticsRefresh, document.told.findings != nil, !isRefreshingDiagnostics else {
      return
    }
    isRefreshingDiagnostics = true
    client.request(DiagnosticRefreshRequest()) { [weak self] _ in self?.isRefreshingDiagnostics = false }
  }
}
