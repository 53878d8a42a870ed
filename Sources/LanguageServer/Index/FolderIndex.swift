import Analysis
import LanguageServerProtocol
import Workspace

/// What is known of the files of one workspace folder. Belongs to the state thread, but for what it shares.
final class FolderIndex {
  enum State: Equatable {
    case building
    case whole
    /// Files are judged one by one, for a reason in words.
    case missing(String)
  }

  let uri: DocumentURI
  let root: FilePath
  let shared: SharedIndex
  let build: IndexBuild
  /// What it was made with: with other settings it is another one.
  let configuration: Configuration
  let ticket = ReadingTicket(isForced: false)
  var state = State.building
  var progress: WorkProgress?
  /// When the files were last gone through; nil while that is under way.
  var scanned: SuspendingClock.Instant?
  /// Whether something may have changed since that began.
  var isDirty = false

  init(uri: DocumentURI, root: FilePath, configuration: Configuration) {
    self.uri = uri
    self.root = root
    self.configuration = configuration
    let discovery = Discovery()
    shared = SharedIndex { place in !discovery.leavesOut(root.appending(place), below: root) }
    var limits = IndexBuild.Limits()
    limits.files = configuration.indexedFiles
    build = IndexBuild(
      of: root,
      into: shared,
      analyzer: Analyzer(configuration: configuration.analysis),
      limits: limits
    )
  }

  /// Whether settings would make another one of it.
  func isMade(with other: Configuration) -> Bool {
    configuration.indexedFiles == other.indexedFiles && configuration.maximumFileSize == other.maximumFileSize
  }

  /// For people.
  var name: String { root.lastComponent.description }

  func stop() {
    ticket.cancel()
    progress?.abandon()
    progress = nil
  }
}
