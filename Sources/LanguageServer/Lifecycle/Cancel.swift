import LanguageServerProtocol

/// The reading thread has written the cancellation down already. What is left is a request that was begun and is waiting
/// for something: it is answered now, and whatever comes of it is dropped.
enum CancelHandler: NotificationHandler {
  static func handle(_ notification: CancelNotification, in session: Session) {
    Reply<NoResult>(id: notification.id, session: session).fail(.cancelled)
  }
}
