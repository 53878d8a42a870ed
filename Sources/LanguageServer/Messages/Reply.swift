import JSONText
import LanguageServerProtocol

/// The duty to answer one request, now or later. Only the first answer is sent.
struct Reply<Result: JSONWritable & Sendable> {
  let id: RequestID
  private let session: Session

  init(id: RequestID, session: Session) {
    self.id = id
    self.session = session
  }

  /// Whether the client gave the request up. Whoever works for it may stop; the answer is sent elsewhere.
  var isCancelled: Bool { session.requests.isCancelled(id) }

  func send(_ result: Result) {
    guard !isCancelled else { return fail(.cancelled) }
    guard session.requests.answered(id) else { return }
    session.client.answer(id, result)
  }

  func fail(_ error: ResponseError) {
    guard session.requests.answered(id) else { return }
    session.client.answer(id, error: error)
  }
}

extension ResponseError {
  static let cancelled = ResponseError(.requestCancelled, "The request was cancelled.")
  static let stale = ResponseError(.contentModified, "The document has changed since.")
}
