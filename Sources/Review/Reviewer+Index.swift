package import Analysis
package import Rules
import Synchronization
package import Workspace

/// The files of a workspace as the rules of each may ask of the others.
package final class ReviewedWorkspace: Sendable {
  /// What the workspace's paths are relative to.
  private let root: FilePath
  /// Files that were read for the index and are yet to be judged, by path below the root.
  private let kept: KeptFiles
  /// Whether there are too many other files: then nothing is asked of those that were read, because what is missing
  /// among them would be taken for what does not exist.
  package let isPartial: Bool
  /// Where the reviewed files stand below the root: the system takes its time to tell.
  private let places: [FilePath: String]
  /// What each file is known by, by path below the root.
  private let sources: [String: Source]
  /// Of what each file that was read holds, by path below the root. None without a cache.
  private let contents: [String: CacheDigest]
  /// Of all that the files may know of each other: while it is the same, so is every answer. Nil without a cache.
  let world: CacheDigest?
  private let analyzer: Analyzer
  private let made = Mutex<WorkspaceIndex?>(nil)
  let digests: AnswerDigests?
  /// What is known of single files from before; nil without a cache.
  let outcomes: KeptOutcomes?

  /// Files of the workspace that are read besides those that are reviewed; where there are more, none is.
  package static let mostOthers = 6_000
  private let limit: Int
  /// How much text may be kept read until it is judged, in bytes; the rest is read again.
  private static let mostKept = 64_000_000

  /// What a file's summary is, or can be made of.
  private enum Source: Sendable {
    case summary(FileSummary)
    /// As it was kept, with where the file is for the case that it cannot be read back.
    case bytes([UInt8], Item)
  }

  private struct Found: Sendable {
    var place: String
    var source: Source?
    var content: CacheDigest?
    /// Of the summary.
    var digest: CacheDigest?
  }

  /// Reads the workspace that some reviewed files belong to.
  ///
  /// - Parameter cache: what was found out before; what is new is kept in it.
  package init(
    _ candidates: [Candidate],
    of paths: [FilePath],
    analyzer: Analyzer,
    cache: WorkspaceCache? = nil,
    mostOthers limit: Int = ReviewedWorkspace.mostOthers
  ) {
    self.limit = limit
    let root = Discovery.workspaceRoot(of: paths)
    self.root = root
    self.analyzer = analyzer
    let reviewed = ReviewedWorkspace.files(candidates, in: paths, below: root, analyzer: analyzer)
    let others = ReviewedWorkspace.others(besides: reviewed, below: root, limit, analyzer: analyzer)
    let isPartial = others == nil
    self.isPartial = isPartial
    let items = reviewed + (others ?? [])
    places = Dictionary(reviewed.map { ($0.path, $0.place) }) { first, _ in first }
    let kept = KeptFiles(room: ReviewedWorkspace.mostKept)
    let found = Threads.map(items) { item in
      ReviewedWorkspace.find(item, isAsked: !isPartial, analyzer, kept, cache)
    }
    self.kept = kept
    sources = Dictionary(found.compactMap { file in file.source.map { (file.place, $0) } }) { first, _ in first }
    contents = Dictionary(found.compactMap { file in file.content.map { (file.place, $0) } }) { first, _ in first }
    digests = cache.map { AnswerDigests($0) }
    outcomes = cache.map { KeptOutcomes($0, for: analyzer) }
    world = cache?.digest { hasher in
      for file in found.sorted(by: { $0.place < $1.place }) {
        guard let digest = file.digest else { continue }
        hasher.combine(file.place)
        hasher.combine(digest)
      }
    }
  }

  /// - Parameter isAsked: whether others may ask of the file; else it is only read, where it is to be judged.
  private static func find(
    _ item: Item,
    isAsked: Bool,
    _ analyzer: Analyzer,
    _ kept: KeptFiles,
    _ cache: WorkspaceCache?
  ) -> Found {
    var found = Found(place: item.place)
    guard case .bytes(let bytes) = FileContents(of: item.path, limit: analyzer.configuration.sizeLimit) else {
      return found
    }
    let content = cache?.digest(of: bytes)
    found.content = content
    // What nobody asks of is read when it is judged, unless that is known.
    if !isAsked, cache != nil { return found }
    let key = content.flatMap { cache?.summaryKey($0, readAs: item.name) }
    if let key, let entry = cache?.entry(key) {
      found.source = .bytes(entry.body, item)
      found.digest = entry.digest
      return found
    }
    let read = analyzer.read(path: item.name, bytes: bytes)
    if item.isReviewed { kept.keep(read, size: bytes.count, at: item.place) }
    guard isAsked, let summary = read.summary(at: item.place) else { return found }
    found.source = .summary(summary)
    if let key { found.digest = cache?.keep(ByteCoder.bytes(of: summary), .summary, under: key) }
    return found
  }

  /// The summaries, joined. Made when somebody asks.
  package var index: WorkspaceIndex {
    made.withLock { made in
      if let made { return made }
      let summaries = Threads.map(Array(sources)) { [analyzer] place, source -> FileSummary? in
        switch source {
        case .summary(let summary): return summary
        case .bytes(let bytes, let item):
          if let summary = WorkspaceCache.summary(bytes, at: place) { return summary }
          guard case .bytes(let text) = FileContents(of: item.path, limit: analyzer.configuration.sizeLimit) else {
            return nil
          }
          return analyzer.read(path: item.name, bytes: text).summary(at: place)
        }
      }
      let index = WorkspaceIndex(summaries.compactMap { $0 })
      made = index
      return index
    }
  }

  private struct Item: Sendable {
    var path: FilePath
    /// What decides its language and whether it is test code.
    var name: String
    /// Where it stands in the workspace.
    var place: String
    var isReviewed: Bool
  }

  private static func files(
    _ candidates: [Candidate],
    in paths: [FilePath],
    below root: FilePath,
    analyzer: Analyzer
  ) -> [Item] {
    var items: [Item] = []
    var places: Set<String> = []
    for candidate in candidates where candidate.kind == .file {
      let name = Reviewer.place(of: candidate.path, in: paths)
      guard analyzer.mayRead(path: name), let place = place(of: candidate.path, below: root),
        places.insert(place).inserted
      else { continue }
      items.append(Item(path: candidate.path, name: name, place: place, isReviewed: true))
    }
    return items
  }

  /// The files of the work tree that are not reviewed; nil where there are too many.
  private static func others(
    besides items: [Item],
    below root: FilePath,
    _ limit: Int,
    analyzer: Analyzer
  ) -> [Item]? {
    guard Discovery.isWorkTree(root) else { return [] }
    let places = Set(items.map(\.place))
    var others: [Item] = []
    Discovery().visit(root) { candidate in
      guard candidate.kind == .file, analyzer.mayRead(path: candidate.path.description),
        let place = candidate.path.relative(to: root)?.description, !places.contains(place)
      else { return true }
      others.append(Item(path: candidate.path, name: place, place: place, isReviewed: false))
      return others.count <= limit
    }
    return others.count <= limit ? others : nil
  }

  /// A file as it was read for the index; once, and only where the text is the same still.
  package func take(_ path: FilePath, bytes: [UInt8]) -> ReadFile? {
    guard let place = place(of: path) else { return nil }
    let file = kept.take(place)
    return file?.isReading(of: bytes) == true ? file : nil
  }

  /// The same, to look at: it can still be taken.
  func peek(_ path: FilePath, bytes: [UInt8]) -> ReadFile? {
    guard let place = place(of: path) else { return nil }
    let file = kept.peek(place)
    return file?.isReading(of: bytes) == true ? file : nil
  }

  /// What the rules of a file may ask of the others, with a memory of what they asked: several ask the same. Nil for a
  /// file that is not in the index.
  package func facts(for path: FilePath) -> RememberedFacts? {
    guard !isPartial, let place = place(of: path), let facts = index.facts(forFile: place) else { return nil }
    return RememberedFacts(asking: facts)
  }

  /// What the index knows of a file; nil for one that is not in it.
  package func summary(of path: FilePath) -> FileSummary? { place(of: path).flatMap { index.summary(ofFile: $0) } }

  /// What is to be said of it along with a review; nil where it is whole.
  package var remark: String? {
    guard isPartial else { return nil }
    return "The workspace has more than \(limit) files besides these, which were not read: what "
      + "depends on other files was not judged. Review the whole of it to have that judged."
  }

  private func place(of path: FilePath) -> String? {
    places[path] ?? ReviewedWorkspace.place(of: path, below: root)
  }

  private static func place(of path: FilePath, below root: FilePath) -> String? {
    (try? path.resolved())?.relative(to: root)?.description
  }
}

// MARK: - For the cache

extension ReviewedWorkspace {
  /// Where a file stands in the index; nil for one that is not in it.
  func indexed(_ path: FilePath) -> String? {
    guard let place = place(of: path), sources[place] != nil else { return nil }
    return place
  }

  /// Of what a file held when the workspace was read; nil where that is not known.
  func content(of path: FilePath) -> CacheDigest? {
    place(of: path).flatMap { contents[$0] }
  }
}

/// Files that are read and wait to be judged, as many as there is room for.
private final class KeptFiles: Sendable {
  private struct State {
    var room: Int
    var files: [String: ReadFile] = [:]
  }
  private let state: Mutex<State>

  init(room: Int) { state = Mutex(State(room: room)) }

  func keep(_ file: ReadFile, size: Int, at place: String) {
    state.withLock { state in
      guard state.room >= size else { return }
      state.room -= size
      state.files[place] = file
    }
  }

  func peek(_ place: String) -> ReadFile? { state.withLock { $0.files[place] } }

  func take(_ place: String) -> ReadFile? { state.withLock { $0.files.removeValue(forKey: place) } }
}
