import LanguageServerProtocol

enum DidCloseHandler: NotificationHandler {
  static func handle(_ notification: DidCloseNotification, in session: Session) {
    let uri = notification.textDocument.uri
    guard let document = session.documents[uri] else {
      return session.log.warning("a close of a document that is not open: \(session.place(of: uri))")
    }
    session.close(document)
  }
}

extension Session {
  /// Forgets a document, and takes back what was said of it.
  func close(_ document: OpenDocument) {
    document.reading?.cancel()
    leave(document)
    documents[document.uri] = nil
    document.finishWaiting()
    withdrawDiagnostics(of: document)
  }
}
