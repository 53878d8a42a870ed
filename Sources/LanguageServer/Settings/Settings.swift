import JSONText
import LanguageServerProtocol
import Workspace

/// What was configured, and where it counts. Belongs to the state thread.
struct Settings {
  /// A workspace folder with its own configuration file.
  struct Root {
    var uri: DocumentURI
    /// Nil for a folder that is not on this machine.
    var path: FilePath?
    var file: ConfigurationFile
  }

  private(set) var roots: [Root] = []
  /// What the editor says; null where it says nothing.
  var editor: JSONValue = .null
  /// What was said to the user already.
  private var complained: Set<String> = []

  /// Adds a folder, and reads its configuration.
  mutating func add(_ folder: WorkspaceFolder) {
    remove(folder)
    let path = folder.uri.pathBytes.map { FilePath($0).tidied }
    roots.append(Root(uri: folder.uri, path: path, file: Settings.file(in: path)))
  }

  mutating func remove(_ folder: WorkspaceFolder) {
    roots.removeAll { $0.uri == folder.uri }
  }

  /// Reads all configuration files anew. Returns whether any says something else than before.
  mutating func readFiles() -> Bool {
    var hasChanged = false
    for index in roots.indices {
      let file = Settings.file(in: roots[index].path)
      guard file != roots[index].file else { continue }
      roots[index].file = file
      hasChanged = true
    }
    return hasChanged
  }

  private static func file(in folder: FilePath?) -> ConfigurationFile {
    folder.map { ConfigurationFile(in: $0) } ?? .none
  }

  /// The innermost folder that holds a document.
  func root(of uri: DocumentURI) -> Root? {
    guard let path = uri.pathBytes.map({ FilePath($0).tidied }) else { return nil }
    return roots.filter { root in root.path.map { path.relative(to: $0) != nil } ?? false }
      .max { ($0.path?.bytes.count ?? 0) < ($1.path?.bytes.count ?? 0) }
  }

  /// What counts for a document. One outside of every folder is treated as those of the first.
  func configuration(of uri: DocumentURI) -> Configuration {
    let file = (root(of: uri) ?? roots.first)?.file ?? ConfigurationFile.none
    return file.configuration(overriddenBy: editor)
  }

  /// What counts where no document is concerned.
  var general: Configuration {
    (roots.first?.file ?? ConfigurationFile.none).configuration(overriddenBy: editor)
  }

  /// What is wrong and was not said before; what was put right may be said again.
  mutating func newComplaints() -> [String] {
    var configuration = Configuration()
    let editorProblems = configuration.take(editor).map { "Lacuna's settings in the editor: \($0)" }
    let problems = editorProblems + roots.flatMap(\.file.messages)
    let new = problems.filter { !complained.contains($0) }
    complained = Set(problems)
    return new
  }
}
