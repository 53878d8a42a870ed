import JSONText
import LanguageServerProtocol
import Workspace

enum DidChangeConfigurationHandler: NotificationHandler {
  /// Some clients send all their settings, some those of this server, and some nothing: those want to be asked.
  static func handle(_ notification: DidChangeConfigurationNotification, in session: Session) {
    guard case .object(let object) = notification.settings else { return session.askForSettings() }
    let names = Set(Setting.all.compactMap(\.path.first))
    if object["lacuna"] != nil || object.members.contains(where: { names.contains($0.name) }) {
      session.take(editorSettings: Session.ownSettings(in: notification.settings))
    } else {
      session.askForSettings()
    }
  }
}
