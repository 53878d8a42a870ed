import Analysis
import SourceText
import Workspace

/// What the reviewed files were at a git revision.
struct Comparison: Sendable {
  private let baseline: Baseline
  /// By path below the root of the work tree.
  private let changes: [FilePath: FileChange]

  init(_ paths: [FilePath], base revision: String) throws(Reviewer.Failure) {
    do throws(GitError) {
      let repository = try GitRepository(holding: paths.first ?? .currentFolder, git: Git())
      baseline = Baseline(repository, at: try repository.commit(revision))
      var byPath: [FilePath: FileChange] = [:]
      for change in try baseline.changes() { byPath[change.path] = change }
      changes = byPath
    } catch {
      throw .git(error)
    }
  }

  /// How a file differs from the revision; nil where it does not.
  func change(of path: FilePath) -> FileChange? { baseline.repository.relativePath(of: path).flatMap { changes[$0] } }

  /// What a file was: empty where it was not there, or was no text.
  func text(before path: FilePath) -> [UInt8] {
    guard let place = baseline.repository.relativePath(of: path) else { return [] }
    let file = changes[place].map { try? baseline.file(before: $0) } ?? (try? baseline.file(at: place))
    if case .text(let bytes)? = file { return bytes }
    return []
  }

  /// All files that differ, as paths below the root of the work tree.
  var files: [FilePath] { changes.keys.sorted() }

  /// Where a file below the root of the work tree is.
  func place(of path: FilePath) -> FilePath { baseline.repository.root.appending(path) }

  /// The change as one of its files sees it.
  func view(of path: FilePath, in changes: ChangeSet?) -> ChangeSet.View? {
    guard let changes, let place = baseline.repository.relativePath(of: path) else { return nil }
    return changes.view(of: place.description)
  }

  /// The files at or below a path that are gone since the revision, as paths that start as it does.
  func removedFiles(in path: FilePath) -> [FilePath] {
    guard let place = baseline.repository.relativePath(of: path) else { return [] }
    return changes.values.compactMap { change in
      guard change.kind == .removed, let below = change.path.relative(to: place) else { return nil }
      return below == .currentFolder ? path : path.tidied.appending(below).tidied
    }.sorted()
  }
}
