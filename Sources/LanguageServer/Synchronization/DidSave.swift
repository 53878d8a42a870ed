import Analysis
import LanguageServerProtocol
import Workspace

/// A saved text is no longer half-typed: it is read as it is, and compared with the baseline.
enum DidSaveHandler: NotificationHandler {
  static func handle(_ notification: DidSaveNotification, in session: Session) {
    let uri = notification.textDocument.uri
    // Not every client tells of changes on the disk; a save is a good moment to look.
    session.checkConfigurationFiles()
    session.rescanUnwatched()
    guard let document = session.documents[uri] else {
      session.filesChanged([uri.pathBytes].compactMap { $0.map { FilePath($0) } })
      return session.log.debug("a save of a document that is not open: \(session.place(of: uri))")
    }
    guard document.configuration.reviewsOnSave else { return session.readAsMeant(document) }
    session.findBaseline(of: document) { session, document in
      guard let document else { return }
      document.review = document.review ?? SaveReview()
      session.readAsMeant(document)
    }
  }
}

extension Session {
  fileprivate func readAsMeant(_ document: OpenDocument) {
    document.live.release()
    read(document, force: true)
  }
}
