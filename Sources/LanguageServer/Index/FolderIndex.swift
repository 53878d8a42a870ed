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

  init(
    uri: DocumentURI,
    root: FilePath,
    configuration: Configuration,
    environment: ProcessEnvironment,
    log: Log
  ) {
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
      store: { FolderIndex.store(for: root, configuration, environment, log) },
      limits: limits
    )
  }

  /// The same that reviews of the workspace use.
  private static func store(
    for root: FilePath,
    _ configuration: Configuration,
    _ environment: ProcessEnvironment,
    _ log: Log
  ) -> any SummaryStore {
    do throws(CacheProblem) {
      return try WorkspaceCache.open(for: [root], configuration, environment: environment) ?? NoSummaryStore()
    } catch {
      log.info("nothing is kept for the next time: \(error)")
      return NoSummaryStore()
    }
  }

  /// Whether settings would make another one of it.
  func isMade(with other: Configuration) -> Bool {
    configuration.indexedFiles == other.indexedFiles && configuration.maximumFileSize == other.maximumFileSize
      && configuration.usesCache == other.usesCache && configuration.cacheMegabytes == other.cacheMegabytes
  }

  /// For people.
  var name: String { root.lastComponent.description }

  func stop() {
    ticket.cancel()
    progress?.abandon()
    progress = nil
  }
}
