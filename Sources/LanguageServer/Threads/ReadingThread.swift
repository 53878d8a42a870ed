import JSONText
import LanguageServerProtocol

/// Takes messages from the client in order, and hands them on. It decides nothing, so it is always there to take the
/// next: a client that waits for the server to read never waits for an analysis.
struct ReadingThread: Sendable {
  let fileDescriptor: Int32
  let inbox: Inbox
  let requests: OpenRequests

  /// Runs until nothing more can come.
  func run() {
    var input = MessageInput(fileDescriptor: fileDescriptor)
    while true {
      switch input.next() {
      case .message(let body):
        if take(body) { return }
      case .malformed(let error):
        inbox.put(.misframed(error))
      case .end(let end):
        return inbox.put(.ended(end))
      }
    }
  }

  /// - Returns: whether it was the last: behind `exit` nothing is of interest.
  private func take(_ body: [UInt8]) -> Bool {
    let message: Message
    do {
      message = try Message(parsing: body)
    } catch {
      inbox.put(.malformed(error))
      return false
    }
    var isLast = false
    switch message {
    case .request(let id, _, _): requests.opened(id)
    case .notification(CancelNotification.method, let params): cancel(params)
    case .notification(let method, _): isLast = method == ExitNotification.method
    case .response: break
    }
    inbox.put(.message(message))
    return isLast
  }

  private func cancel(_ params: JSONValue) {
    // What is wrong with a malformed one is said where it is handled.
    if let id = try? CancelNotification(json: params).id { requests.cancel(id) }
  }
}
