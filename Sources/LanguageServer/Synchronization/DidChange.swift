import Analysis
import JSONText
import LanguageServerProtocol
import SourceText

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
    if !session.isChangeWaiting(for: uri) { session.tellDiagnostics(of: document) }
  }
}

extension OpenDocument {
  fileprivate func apply(_ change: ContentChange, _ encoding: PositionEncoding) {
    let replacement = Array(change.text.utf8)
    if let range = change.range {
      live.apply(TextEdit(live.text.bytes(of: range, in: encoding), replacement))
    } else {
      live.replaceAll(with: replacement)
    }
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
