import LanguageServerProtocol

/// Diagnostics for clients that ask for them.
enum DocumentDiagnosticHandler: RequestHandler {
  static let access = Access.reads

  static func handle(
    _ request: DocumentDiagnosticRequest,
    in session: Session,
    _ reply: Reply<DocumentDiagnosticReport>
  ) {
    guard let document = session.documents[request.textDocument.uri] else {
      return reply.send(.full(items: [], resultId: nil))
    }
    session.isRefreshingDiagnostics = false
    session.whenRead(document) { reply.send(session.report(on: document, known: request.previousResultId)) }
  }
}

extension Session {
  fileprivate func report(on document: OpenDocument, known: String?) -> DocumentDiagnosticReport {
    guard documents[document.uri] === document else { return .full(items: [], resultId: nil) }
    let findings = findings(in: document)
    if findings != document.told.findings { document.told.take(findings, version: document.version) }
    // Not that of an earlier opening, which the client may still hold.
    let id = "\(document.serial).\(document.told.number)"
    if id == known { return .unchanged(resultId: id) }
    return .full(items: diagnostics(findings, of: document), resultId: id)
  }
}
