import Analysis
import JSONText
import LanguageServerProtocol
import Workspace

/// Configuration as it comes and changes.
extension Session {
  /// Settings that came with a message: those below `lacuna` where there is such a member, else all of it.
  static func ownSettings(in json: JSONValue) -> JSONValue { json["lacuna"] ?? json }

  /// Takes what the editor says.
  func take(editorSettings: JSONValue) {
    guard editorSettings != settings.editor else { return }
    settings.editor = editorSettings
    settingsChanged()
  }

  /// Looks at the configuration files again: not every client watches them.
  func checkConfigurationFiles() {
    if settings.readFiles() { settingsChanged() }
  }

  /// Lets changed settings take effect on what is open.
  func settingsChanged() {
    log.level = settings.general.logLevel
    complain()
    defer { updateIndexes() }
    for document in documents.values {
      let configuration = settings.configuration(of: document.uri)
      let path = place(of: document.uri)
      let isReadOtherwise = path != document.path || configuration.analysis != document.configuration.analysis
      let isShownOtherwise = configuration != document.configuration
      document.configuration = configuration
      document.path = path
      if isReadOtherwise {
        document.replace(with: liveDocument(of: document))
        read(document)
      } else if isShownOtherwise {
        tellDiagnostics(of: document)
      }
    }
    refreshLenses()
  }

  /// Says what is wrong with the settings, once. Not before the client has said that it is ready.
  func complain() {
    guard case .running = lifecycle else { return }
    let complaints = settings.newComplaints()
    for complaint in complaints.prefix(Self.complaintLimit) {
      log.warning(complaint)
      client.notify(ShowMessageNotification(.warning, complaint))
    }
    if complaints.count > Self.complaintLimit {
      let rest = complaints.count - Self.complaintLimit
      client.notify(
        ShowMessageNotification(.warning, "Lacuna: \(rest) more settings are not right; the log names them.")
      )
      for complaint in complaints.dropFirst(Self.complaintLimit) { log.warning(complaint) }
    }
  }

  private static let complaintLimit = 5

  /// Asks the editor for its settings, where it can be asked.
  func askForSettings() {
    guard capabilities.workspace.configuration else { return }
    client.request(ConfigurationRequest(items: [.init(section: "lacuna")])) { [weak self] result in
      // Null says that the user set nothing; what the greeting said then still counts.
      guard let self, case .success(let values?) = result, let value = values.first, value != .null else { return }
      take(editorSettings: value)
    }
  }
}
