import Analysis
import LanguageServerProtocol
import Workspace

/// What is known of the files that are not open, and how it comes to be known: in the background.
extension Session {
  /// The index of the workspace folder that holds a document.
  func index(of document: OpenDocument) -> FolderIndex? {
    settings.root(of: document.uri).flatMap { indexes[$0.uri] }
  }

  /// Makes an index for each folder that should have one, and lets those go that should not.
  func updateIndexes() {
    guard case .running = lifecycle else { return }
    var wanted: [DocumentURI: (root: FilePath, configuration: Configuration)] = [:]
    for root in settings.roots {
      let configuration = root.file.configuration(overriddenBy: settings.editor)
      guard let path = root.path, configuration.indexesWorkspace else { continue }
      wanted[root.uri] = (path, configuration)
    }
    for (uri, index) in indexes {
      if let other = wanted[uri], index.root == other.root, index.isMade(with: other.configuration) { continue }
      index.stop()
      indexes[uri] = nil
    }
    for (uri, folder) in wanted.sorted(by: { $0.key.text < $1.key.text }) where indexes[uri] == nil {
      let index = FolderIndex(
        uri: uri,
        root: folder.root,
        configuration: folder.configuration,
        environment: options.environment,
        log: log
      )
      indexes[uri] = index
      scan(index)
    }
    // What is open may belong to another folder now, or to none that is known.
    for document in documents.values { join(document, isNews: true) }
  }

  /// Goes through all files of a folder: for the first time, or again where that may show something new.
  func scan(_ index: FolderIndex) {
    let isFirst = index.state == .building
    index.scanned = nil
    index.isDirty = false
    let (uri, ticket, build) = (index.uri, index.ticket, index.build)
    let percentage = Percentage()
    let tells = isFirst && capabilities.window.workDoneProgress
    indexing.run { [inbox] in
      guard !ticket.isCancelled else { return }
      let outcome = build.run(
        progress: { done, count in
          guard tells, let now = percentage.advance(done, of: count) else { return }
          inbox.put(.handedIn { $0.progressed(uri, ticket, now, "\(done) of \(count) files") })
        },
        shouldStop: { ticket.isCancelled }
      )
      inbox.put(.handedIn { $0.finished(uri, ticket, outcome, isFirst: isFirst) })
    }
  }

  private func index(at uri: DocumentURI, _ ticket: ReadingTicket) -> FolderIndex? {
    indexes[uri].flatMap { $0.ticket === ticket ? $0 : nil }
  }

  private func progressed(_ uri: DocumentURI, _ ticket: ReadingTicket, _ percentage: Int, _ message: String) {
    guard case .running = lifecycle, let index = index(at: uri, ticket), index.state == .building else { return }
    if index.progress == nil {
      let token = ProgressToken.string("lacuna/index/\(nextSerial())")
      index.progress = WorkProgress(title: "Lacuna: reading \(index.name)", token: token, client: client)
    }
    index.progress?.report(percentage, message)
  }

  private func finished(_ uri: DocumentURI, _ ticket: ReadingTicket, _ outcome: IndexBuild.Outcome, isFirst: Bool) {
    guard case .running = lifecycle, let index = index(at: uri, ticket) else { return }
    index.scanned = SuspendingClock.now
    switch outcome {
    case .whole(let files, let changed):
      index.state = .whole
      log.info("indexed \(index.name): \(files) files, \(changed) of them anew")
      index.progress?.end("\(files) files")
      if isFirst || changed > 0 { rejoin(index) }
    case .stopped:
      index.state = .missing("going through its files was stopped")
    case .tooLarge(let reason), .unreadable(let reason):
      index.state = .missing(reason)
    }
    index.progress?.end()
    index.progress = nil
    if index.isDirty { rescan(index) }
    if case .missing(let reason) = index.state {
      notice(.info, "\(index.name): what depends on other files is not judged: \(reason)")
    }
  }

  /// What was committed or ignored is another: the files may be others too, and not every client tells of each.
  func rescan(_ index: FolderIndex) {
    // One that is under way may be past what changed.
    guard index.scanned != nil else { return index.isDirty = true }
    if index.state == .whole { scan(index) }
  }

  /// A client that does not tell of files gives a good moment to look when it saves one.
  func rescanUnwatched() {
    guard !capabilities.workspace.didChangeWatchedFilesDynamicRegistration else { return }
    let now = SuspendingClock.now
    for index in indexes.values {
      if let scanned = index.scanned, scanned.duration(to: now) > .seconds(30) { rescan(index) }
    }
  }
}

/// How far some work is, in steps that are worth telling.
private final class Percentage: Sendable {
  private let told = Monitor(-1)

  /// Nil where that was told already.
  func advance(_ done: Int, of count: Int) -> Int? {
    guard count > 0 else { return nil }
    let now = done * 100 / count
    return told.update { told in
      guard now >= told + 5 || told < 0 || now == 100 && told < 100 else { return nil }
      told = now
      return now
    }
  }
}
