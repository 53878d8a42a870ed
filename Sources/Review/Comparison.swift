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
      let prefix = "merge-base:"
      let commit =
        revision.hasPrefix(prefix)
        ? try repository.mergeBase(with: String(revision.dropFirst(prefix.count))) : try repository.commit(revision)
      baseline = Baseline(repository, at: commit)
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
  func view(of path: FilePath, in changes: ChangeSet) -> ChangeSet.View? {
    placeInChange(of: path).map { changes.view(of: $0.description) }
  }

  /// Where a file stands below the root of the work tree; nil for one outside of it.
  func placeInChange(of path: FilePath) -> FilePath? { baseline.repository.relativePath(of: path) }

  /// Why what a file was cannot be had, although it was there; nil where it can, or was not there.
  func whyUnread(before path: FilePath) -> String? {
    guard let place = baseline.repository.relativePath(of: path) else { return "it is not in the repository" }
    do throws(GitError) {
      let file: BaselineFile
      if let change = changes[place] {
        file = try baseline.file(before: change)
      } else {
        file = try baseline.file(at: place)
      }
      switch file {
      case .text, .absent: return nil
      case .binary: return "it was not text"
      case .tooLarge: return "it was too large"
      case .pointer: return "its contents are kept by Git LFS"
      case .notAFile: return "it was no file"
      case .missing: return "its contents are not in this clone"
      }
    } catch {
      return "\(error)"
    }
  }

  /// Folders with a repository of their own, submodules among them, that hold some of these files: what changed in them
  /// is no change of this one.
  func otherRepositories(among files: [FilePath]) -> [FilePath] {
    var known: [FilePath: FilePath?] = [:]
    var found: Set<FilePath> = []
    for file in files {
      if let holder = holder(of: file.tidied.parent, &known, depth: 0) { found.insert(holder) }
    }
    return found.sorted()
  }

  /// The innermost folder at or above one that is the top of another work tree.
  private func holder(of folder: FilePath, _ known: inout [FilePath: FilePath?], depth: Int) -> FilePath? {
    if let answer = known[folder] { return answer }
    guard depth < 64, let place = baseline.repository.relativePath(of: folder), place != .currentFolder else {
      return nil
    }
    let isTop = RepositoryLayout(at: folder) != nil
    let answer = isTop ? folder : folder.parent == folder ? nil : holder(of: folder.parent, &known, depth: depth + 1)
    known[folder] = .some(answer)
    return answer
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
