import LanguageServerProtocol

/// Whether handling a message changes anything besides what the client is told.
enum Access {
  /// Only answers: when the client gives the request up, it is not begun.
  case reads
  /// Takes effect whether or not the answer is still wanted.
  case writes
}

/// Handles the requests of one method.
protocol RequestHandler: SendableMetatype {
  associatedtype Request: ClientRequest
  static var access: Access { get }
  /// Answers exactly once, at once or later, on the state thread.
  static func handle(_ request: Request, in session: Session, _ reply: Reply<Request.Reply>)
}

/// A handler whose answer is there at once.
protocol ImmediateHandler: RequestHandler {
  static func respond(to request: Request, in session: Session) throws(ResponseError) -> Request.Reply
}

extension ImmediateHandler {
  static func handle(_ request: Request, in session: Session, _ reply: Reply<Request.Reply>) {
    do throws(ResponseError) {
      reply.send(try respond(to: request, in: session))
    } catch {
      reply.fail(error)
    }
  }
}

/// Handles the notifications of one method. Nobody hears of an error: it is logged.
protocol NotificationHandler: SendableMetatype {
  associatedtype Notification: ClientNotification
  static func handle(_ notification: Notification, in session: Session)
}
