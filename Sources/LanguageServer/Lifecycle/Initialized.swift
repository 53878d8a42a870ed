import LanguageServerProtocol

enum InitializedHandler: NotificationHandler {
  static func handle(_ notification: InitializedNotification, in session: Session) {
    session.lifecycle = .running
    session.complain()
    session.register()
    session.askForSettings()
    session.updateIndexes()
  }
}
