import JSONText
import LanguageServerProtocol

/// Lets each message take effect, if it may come now.
struct Dispatcher {
  let session: Session

  func take(_ event: Event) {
    switch event {
    case .message(.request(let id, let method, let params)):
      request(method, id: id, params)
    case .message(.notification(let method, let params)):
      notification(method, params)
    case .message(.response(let id, let result)):
      session.client.take(result, for: id)
    case .malformed(let malformed):
      session.log.warning("a malformed message: \(malformed.error.message)")
      session.client.answer(malformed.id, error: malformed.error)
    case .misframed(let error):
      session.log.warning("\(error)")
      session.client.answer(.null, error: ResponseError(.parseError, "\(error)"))
    case .ended(let end):
      session.inputEnded(end)
    case .handedIn(let work):
      work(session)
    }
  }

  private func request(_ method: String, id: RequestID, _ params: JSONValue) {
    let reply = Reply<NoResult>(id: id, session: session)
    if let refusal = session.lifecycle.refusal(of: method) { return reply.fail(refusal) }
    guard let route = Routes.requests[method] else {
      return reply.fail(ResponseError(.methodNotFound, "Lacuna does not know `\(method)`."))
    }
    if route.access == .reads, reply.isCancelled { return reply.fail(.cancelled) }
    route.handle(params, id, session)
  }

  private func notification(_ method: String, _ params: JSONValue) {
    if method == ExitNotification.method { return session.exit() }
    // Some clients want no answer to it, and so send no id.
    if method == ShutdownRequest.method { return session.shutDown() }
    guard session.lifecycle.isRunning else { return }
    if let route = Routes.notifications[method] {
      route.handle(params, session)
    } else if !method.hasPrefix("$/") {
      session.log.debug("a notification that Lacuna does not know: \(method)")
    }
  }
}
