import JSONText
import LanguageServerProtocol

/// The keystroke path: edits, then diagnostics, and nothing in between.
enum DidChangeHandler: NotificationHandler {
  static func handle(_ notification: DidChangeNotification, in session: Session) {
    let uri = notification.textDocument.uri
    guard let document = session.documents[uri] else {
      return session.log.warning("a change of a document that is not open: \(session.place(of: uri))")
    }
    for change in notification.contentChanges { document.apply(change, session.encoding) }
    document.version = notification.textDocument.version
    session.postponeReading(of: document)
    // Of several changes that have come, only what the last leaves is worth telling.
    if !session.isChangeWaiting(for: uri) { session.tellDiagnosticsAfterEdit(of: document) }
  }
}

extension Session {
  fileprivate func isChangeWaiting(for uri: DocumentURI) -> Bool {
    inbox.isNext { event in
      guard case .message(.notification(DidChangeNotification.method, let params)) = event else { return false }
      return params["textDocument"]?["uri"] == .string(uri.text)
    }
  }
}
