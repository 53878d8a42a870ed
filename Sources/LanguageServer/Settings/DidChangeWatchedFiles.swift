import JSONText
import Languages
import LanguageServerProtocol
import Workspace

enum DidChangeWatchedFilesHandler: NotificationHandler {
  static func handle(_ notification: DidChangeWatchedFilesNotification, in session: Session) {
    let paths = notification.changes.compactMap { $0.uri.pathBytes.map { FilePath($0) } }
    let names = Set(paths.map(\.lastComponent))
    if names.contains(FilePath(ConfigurationFile.name)) { session.checkConfigurationFiles() }
    if names.contains("HEAD") {
      session.baselineMoved()
      for index in session.indexes.values { session.rescan(index) }
    }
    session.filesChanged(paths)
  }
}

extension Session {
  /// Asks to be told of changes on the disk, where the client can be asked.
  func register() {
    var registrations: [Registration] = []
    if capabilities.workspace.didChangeConfigurationDynamicRegistration {
      registrations.append(
        Registration(
          id: "settings",
          method: DidChangeConfigurationNotification.method,
          registerOptions: ["section": "lacuna"]
        )
      )
    }
    if capabilities.workspace.didChangeWatchedFilesDynamicRegistration {
      var globs = ["**/\(ConfigurationFile.name)", "**/.git/HEAD", "**/.git/logs/HEAD"]
      let indexes = settings.roots.contains { $0.file.configuration(overriddenBy: settings.editor).indexesWorkspace }
      if indexes {
        let endings = Set(Languages.all.flatMap(\.fileExtensions)).sorted()
        globs += ["**/*.{\(endings.joined(separator: ","))}", "**/.gitignore"]
      }
      let watched = WatchedFilesRegistration(
        watchers: globs.map { WatchedFilesRegistration.Watcher(glob: $0) } + headsElsewhere
      )
      registrations.append(watched.registration(id: "files"))
    }
    guard !registrations.isEmpty else { return }
    client.request(RegisterCapabilityRequest(registrations: registrations))
  }

  /// Where the `HEAD` of a folder is not below it: that of a linked work tree, of a submodule, of a folder inside a
  /// repository.
  private var headsElsewhere: [WatchedFilesRegistration.Watcher] {
    guard capabilities.workspace.watchedFilesRelativePatterns else { return [] }
    var watchers: [WatchedFilesRegistration.Watcher] = []
    for case let folder? in settings.roots.map(\.path) {
      guard let start = try? folder.resolved(), let layout = RepositoryLayout.holding(start),
        layout.gitFolder.relative(to: start) == nil
      else { continue }
      let base = DocumentURI(pathBytes: layout.gitFolder.bytes)
      watchers += ["HEAD", "logs/HEAD"].map { WatchedFilesRegistration.Watcher(glob: $0, base: base) }
    }
    return watchers
  }
}
