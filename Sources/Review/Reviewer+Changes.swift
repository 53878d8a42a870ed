import Analysis
import Synchronization
import Workspace

/// Everything that a change touches, also outside of what is reviewed: code moves between files. Read when somebody
/// asks.
final class ReviewedChange: Sendable {
  /// Of every file of the change; nil where there are too many, and they are compared file by file.
  private let texts: [Text]?
  private let analyzer: Analyzer
  private let comparison: Comparison
  private let workspace: ReviewedWorkspace
  private let readings: Readings
  private let made = Mutex<Made?>(nil)
  /// Of all texts; nil without a cache.
  private let digest: CacheDigest?

  private struct Text: Sendable {
    var path: String
    /// Where it stands.
    var place: FilePath
    var old: [UInt8]
    var new: [UInt8]
  }

  private struct Made {
    var set: ChangeSet
    /// Whether the time was enough for every file.
    var isWhole: Bool
  }

  /// Changes of more files than this are compared file by file.
  private static let mostFiles = 400

  init(
    _ comparison: Comparison,
    _ workspace: ReviewedWorkspace,
    _ readings: Readings,
    analyzer: Analyzer,
    cache: WorkspaceCache?
  ) {
    self.comparison = comparison
    self.workspace = workspace
    self.readings = readings
    self.analyzer = analyzer
    texts = ReviewedChange.texts(of: comparison, analyzer)
    let texts = texts
    digest = cache?.digest { hasher in
      hasher.combine(UInt64(texts == nil ? 0 : 1))
      for text in texts ?? [] {
        hasher.combine(text.path)
        hasher.combine(text.old)
        hasher.combine(text.new)
      }
    }
  }

  private static func texts(of comparison: Comparison, _ analyzer: Analyzer) -> [Text]? {
    let changed = comparison.files.filter { analyzer.mayRead(path: $0.description) }
    guard changed.count <= ReviewedChange.mostFiles else { return nil }
    // What is all there is needs no second look.
    guard changed.count > 1 else { return [] }
    let limit = analyzer.configuration.sizeLimit
    return changed.map { path in
      var now: [UInt8] = []
      let place = comparison.place(of: path)
      if case .bytes(let bytes) = FileContents(of: place, limit: limit) { now = bytes }
      return Text(path: path.description, place: place, old: comparison.text(before: place), new: now)
    }
  }

  /// The change as one of its files sees it.
  func view(of path: FilePath) -> ChangeSet.View? {
    guard let texts else { return nil }
    let set = made.withLock { made in
      if let made { return made.set }
      let clock = ContinuousClock()
      let start = clock.now
      let set = ChangeSet(versions(of: texts))
      made = Made(set: set, isWhole: clock.now - start < analyzer.configuration.timeLimit)
      return set
    }
    return comparison.view(of: path, in: set)
  }

  private func versions(of texts: [Text]) -> [ChangeSet.Versions] {
    Threads.map(texts) { [readings, workspace] text in
      let old = readings.read(text.path, text.old)
      if let kept = workspace.peek(text.place, bytes: text.new), kept.name == text.path {
        readings.keep(kept, at: text.path)
      }
      return ChangeSet.Versions(path: text.path, old: old, new: readings.read(text.path, text.new))
    }
  }

  /// Whether what was seen of the change is all there is to see, whoever looks.
  var isWhole: Bool { made.withLock { $0?.isWhole ?? true } }

  /// What tells whether a file would see the same change again; nil without a cache.
  func digest(for path: FilePath, _ cache: KeptOutcomes) -> CacheDigest? {
    digest.map { cache.digest(of: $0.bytes + (comparison.placeInChange(of: path)?.bytes ?? [])) }
  }
}
