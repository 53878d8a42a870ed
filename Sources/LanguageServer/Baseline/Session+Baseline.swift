import Analysis
import LanguageServerProtocol
import SourceText
import Workspace

extension Session {
  /// Looks up what a document was, in the background; then, on the state thread, does what is to be done with that. The
  /// document is nil where it was closed in the meantime.
  func findBaseline(of document: OpenDocument, then: @escaping @Sendable (Session, OpenDocument?) -> Void) {
    let uri = document.uri
    guard let path = uri.pathBytes.map({ FilePath($0) }) else {
      take(.nothing("it is no file"), for: document)
      return then(self, document)
    }
    let revision = document.configuration.baseline
    let limit = document.configuration.maximumFileSize
    let ending = document.text.dominantLineEnding
    let serial = document.serial
    errands.run { [inbox, baselines] in
      let answer = baselines.file(at: path, in: revision, like: ending, limit: limit)
      inbox.put(
        .handedIn { session in
          guard let document = session.documents[uri], document.serial == serial else { return then(session, nil) }
          session.take(answer, for: document)
          then(session, document)
        }
      )
    }
  }

  private func take(_ answer: BaselineSource.Answer, for document: OpenDocument) {
    switch answer {
    case .found(let baseline, let commit):
      log.info(
        "\(document.path) is compared with \(commit.prefix(12))\(baseline == .absent ? ", where it is not" : "")"
      )
      document.noBaselineReason = nil
      document.set(baseline)
    case .nothing(let reason):
      // Once is enough: it is so at every save.
      if reason != document.noBaselineReason { notice(.info, "\(document.path) is compared with nothing: \(reason)") }
      document.noBaselineReason = reason
      document.set(.unknown)
    }
  }

  /// What the baseline names may be another commit now.
  func baselineMoved() {
    for document in documents.values where document.review != nil {
      findBaseline(of: document) { session, document in
        if let document, !document.live.isSettled { session.read(document) }
      }
    }
  }
}
