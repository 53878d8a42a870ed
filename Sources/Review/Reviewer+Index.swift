package import Analysis
package import Rules
import Synchronization
package import Workspace

/// The files of a workspace as the rules of each may ask of the others.
package final class ReviewedWorkspace: Sendable {
  package let index: WorkspaceIndex
  /// What the workspace's paths are relative to.
  private let root: FilePath
  /// Files that were read for the index and are yet to be judged, by path below the root.
  private let kept: KeptFiles
  /// Whether there are too many other files: then nothing is asked of those that were read, because what is missing
  /// among them would be taken for what does not exist.
  package let isPartial: Bool

  /// Files of the workspace that are read besides those that are reviewed; where there are more, none is.
  package static let mostOthers = 6_000
  private let limit: Int
  /// How much text may be kept read until it is judged, in bytes; the rest is read again.
  private static let mostKept = 64_000_000

  /// Indexes the workspace that some reviewed files belong to.
  package init(
    _ candidates: [Candidate],
    of paths: [FilePath],
    analyzer: Analyzer,
    mostOthers limit: Int = ReviewedWorkspace.mostOthers
  ) {
    self.limit = limit
    let root = Discovery.workspaceRoot(of: paths)
    self.root = root
    let reviewed = ReviewedWorkspace.files(candidates, in: paths, below: root, analyzer: analyzer)
    let others = ReviewedWorkspace.others(besides: reviewed, below: root, limit, analyzer: analyzer)
    let isPartial = others == nil
    self.isPartial = isPartial
    let items = reviewed + (others ?? [])
    let kept = KeptFiles(room: ReviewedWorkspace.mostKept)
    let summaries = Threads.map(items) { item -> FileSummary? in
      guard case .bytes(let bytes) = FileContents(of: item.path, limit: analyzer.configuration.sizeLimit) else {
        return nil
      }
      let read = analyzer.read(path: item.name, bytes: bytes)
      if item.isReviewed { kept.keep(read, size: bytes.count, at: item.place) }
      return isPartial ? nil : read.summary(at: item.place)
    }
    index = WorkspaceIndex(summaries.compactMap { $0 })
    self.kept = kept
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
    guard let place = ReviewedWorkspace.place(of: path, below: root) else { return nil }
    let file = kept.take(place)
    return file?.isReading(of: bytes) == true ? file : nil
  }

  /// The same, to look at: it can still be taken.
  func peek(_ path: FilePath, bytes: [UInt8]) -> ReadFile? {
    guard let place = ReviewedWorkspace.place(of: path, below: root) else { return nil }
    let file = kept.peek(place)
    return file?.isReading(of: bytes) == true ? file : nil
  }

  /// What the rules of a file may ask of the others; nil for a file that is not in the index.
  package func facts(for path: FilePath) -> (any WorkspaceFacts)? {
    isPartial ? nil : ReviewedWorkspace.place(of: path, below: root).flatMap { index.facts(forFile: $0) }
  }

  /// What is to be said of it along with a review; nil where it is whole.
  package var remark: String? {
    guard isPartial else { return nil }
    return "The workspace has more than \(limit) files besides these, which were not read: what "
      + "depends on other files was not judged. Review the whole of it to have that judged."
  }

  private static func place(of path: FilePath, below root: FilePath) -> String? {
    (try? path.resolved())?.relative(to: root)?.description
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
