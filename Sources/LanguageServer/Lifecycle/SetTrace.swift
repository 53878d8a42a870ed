import LanguageServerProtocol

enum SetTraceHandler: NotificationHandler {
  static func handle(_ notification: SetTraceNotification, in session: Session) {
    session.trace = notification.value
  }
}
