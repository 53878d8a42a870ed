package import Analysis
import Rules
import SourceText
import Synchronization

/// Brings an index up to what is on the disk below a folder, at the pace that it is given.
package struct IndexBuild: Sendable {
  /// How much code is indexed: beyond that it would take more memory than an editor's helper should.
  package struct Limits: Sendable, Equatable {
    package var files = 50_000
    /// Of any kind: somebody may have opened a whole disk.
    package var entries = 2_000_000
    /// In bytes of text.
    package var text = 200_000_000

    package init() {}
  }

  package enum Outcome: Sendable, Equatable {
    /// - Parameter files: that are in the index.
    /// - Parameter changed: that are in it otherwise than before, or no longer.
    case whole(files: Int, changed: Int)
    case stopped
    /// For a reason in words.
    case tooLarge(String)
    /// The folder is not there, or not to be read. Where it is empty, that is known; here nothing is.
    case unreadable(String)
  }

  package let root: FilePath
  package let index: SharedIndex
  private let analyzer: Analyzer
  private let store: @Sendable () -> any SummaryStore
  private let limits: Limits
  private let pace: Threads.Pace

  /// - Parameter store: opens what each run through the folder asks first, and is finished with it.
  package init(
    of root: FilePath,
    into index: SharedIndex,
    analyzer: Analyzer = Analyzer(),
    store: @escaping @Sendable () -> any SummaryStore = { NoSummaryStore() },
    limits: Limits = Limits(),
    pace: Threads.Pace = Threads.Pace(part: 0.25)
  ) {
    self.root = root
    self.index = index
    self.analyzer = analyzer
    self.store = store
    self.limits = limits
    self.pace = pace
  }

  /// Takes in every file below the folder, and forgets what is gone.
  ///
  /// - Parameter progress: called from any thread with how many files are done, of how many.
  /// - Parameter shouldStop: asked between files, from any thread.
  package func run(
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> Outcome {
    if let reason = Discovery().whyUnreadable(root) { return .unreadable("it cannot be read: \(reason)") }
    guard let files = discover(shouldStop) else {
      return shouldStop() ? .stopped : .tooLarge("it has more than \(limits.files) files of code")
    }
    let store = self.store()
    defer { store.finish() }
    let found = Set(files.map(\.place))
    var changed = 0
    for path in index.filePaths where !found.contains(path) {
      if index.forget(path) { changed += 1 }
    }
    let work = Work(files)
    progress(0, files.count)
    let body: @Sendable () -> Void = {
      Threads.yieldToOthers()
      var rest = Rest(pace)
      while !shouldStop(), let file = work.next(within: limits.text) {
        let (size, isNew) = take(file, store)
        progress(work.finished(size, isNew: isNew), files.count)
        rest.take()
      }
    }
    guard Threads.run(Array(repeating: body, count: min(pace.threads, max(1, files.count)))), !shouldStop() else {
      return .stopped
    }
    if work.text > limits.text { return .tooLarge("it has more than \(limits.text / 1_000_000) MB of code") }
    index.complete()
    return .whole(files: index.fileCount, changed: changed + work.changed)
  }

  /// Takes in some files, which may be new, changed, or gone.
  ///
  /// - Parameter places: relative to the folder.
  /// - Returns: whether anything is different now.
  package func update(_ places: [FilePath]) -> Bool {
    var hasChanged = false
    let discovery = Discovery()
    for place in places {
      let file = File(path: root.appending(place), place: place.description)
      guard analyzer.mayRead(path: file.place) else { continue }
      let isPart = !discovery.leavesOut(file.path, below: root)
      if isPart ? take(file, NoSummaryStore()).isNew : index.forget(file.place) { hasChanged = true }
    }
    return hasChanged
  }

  private struct File: Sendable {
    var path: FilePath
    /// Relative to the folder.
    var place: String
  }

  /// Nil where there are too many, or it is to stop.
  private func discover(_ shouldStop: () -> Bool) -> [File]? {
    var files: [File] = []
    var visited = 0
    var isWhole = true
    Discovery().visit(root) { candidate in
      visited += 1
      guard !shouldStop(), visited <= limits.entries else {
        isWhole = false
        return false
      }
      guard candidate.kind == .file, let place = candidate.path.relative(to: root.tidied)?.description,
        analyzer.mayRead(path: place)
      else { return true }
      files.append(File(path: candidate.path, place: place))
      isWhole = files.count <= limits.files
      return isWhole
    }
    return isWhole ? files : nil
  }

  /// Takes in one file, and says how long it is.
  private func take(_ file: File, _ store: any SummaryStore) -> (size: Int, isNew: Bool) {
    guard case .bytes(let bytes) = FileContents(of: file.path, limit: analyzer.configuration.sizeLimit) else {
      // A folder goes with all that was in it, and not every client tells of each file.
      let below = index.filePaths(below: file.place).filter { index.forget($0) }
      return (0, index.forget(file.place) || !below.isEmpty)
    }
    let content = ContentHash(bytes)
    if index.knows(file.place, content: content) { return (bytes.count, false) }
    var summary = store.summary(of: file.place, bytes)
    if summary == nil {
      summary = analyzer.summary(path: file.place, bytes: bytes)
      if let summary { store.keep(summary, of: bytes) }
    }
    return (bytes.count, index.take(file.place, content: content, summary))
  }

  /// What the threads share.
  private final class Work: Sendable {
    private struct State {
      var next = 0
      var done = 0
      var text = 0
      var changed = 0
    }

    private let files: [File]
    private let state = Mutex(State())

    init(_ files: [File]) { self.files = files }

    /// The next file; nil when there is none, or when there was too much text already.
    func next(within limit: Int) -> File? {
      state.withLock { state in
        guard state.next < files.count, state.text <= limit else { return nil }
        defer { state.next += 1 }
        return files[state.next]
      }
    }

    func finished(_ size: Int, isNew: Bool) -> Int {
      state.withLock { state in
        state.done += 1
        state.text += size
        if isNew { state.changed += 1 }
        return state.done
      }
    }

    var text: Int { state.withLock(\.text) }
    var changed: Int { state.withLock(\.changed) }
  }
}
