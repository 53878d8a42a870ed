import JSONText
import LanguageServerProtocol

enum DidChangeConfigurationHandler: NotificationHandler {
  /// Some clients send their settings along, some want to be asked for them.
  static func handle(_ notification: DidChangeConfigurationNotification, in session: Session) {
    if case .object(let object) = notification.settings, !object.isEmpty {
      session.take(editorSettings: Session.ownSettings(in: notification.settings))
    } else {
      session.askForSettings()
    }
  }
}
