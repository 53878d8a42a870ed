import LanguageServerProtocol

enum DidChangeWorkspaceFoldersHandler: NotificationHandler {
  static func handle(_ notification: DidChangeWorkspaceFoldersNotification, in session: Session) {
    for folder in notification.removed { session.settings.remove(folder) }
    for folder in notification.added { session.settings.add(folder) }
    session.settingsChanged()
  }
}
