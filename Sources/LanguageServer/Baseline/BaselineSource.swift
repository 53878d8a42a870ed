import SourceText
import Synchronization
import Workspace

/// Answers what files were at a revision. Each question may take as long as Git takes, so it is asked in the background.
final class BaselineSource: Sendable {
  enum Answer: Sendable {
    /// - Parameter commit: that was compared with.
    case found(DocumentBaseline, commit: String)
    /// There is nothing to compare with, for a reason in words for the log.
    case nothing(String)
  }

  private let environment: ProcessEnvironment
  /// The last commit that was asked about in each repository: its Git process is still there.
  private let open = Mutex<[FilePath: Baseline]>([:])

  init(environment: ProcessEnvironment) { self.environment = environment }

  /// - Parameter revision: as Git names it, or `merge-base:` and such a name.
  /// - Parameter limit: larger files are not read. In bytes.
  func file(at path: FilePath, in revision: String, like ending: LineEnding, limit: Int) -> Answer {
    do throws(GitError) {
      let repository = try GitRepository(holding: path, git: Git(environment: environment))
      guard let place = repository.relativePath(of: path) else {
        return .nothing("it is not in the work tree of \(repository.root)")
      }
      let baseline = try baseline(of: repository, at: revision)
      let commit = baseline.commit.description
      switch try baseline.file(at: place, limit: limit) {
      case .text(let bytes): return .found(DocumentBaseline(committed: bytes, likeTextWith: ending), commit: commit)
      case .absent: return .found(.absent, commit: commit)
      case .binary: return .nothing("it was not text at \(revision)")
      case .tooLarge: return .nothing("it was too large at \(revision)")
      case .pointer: return .nothing("its contents at \(revision) are kept by Git LFS")
      case .notAFile: return .nothing("it was no file at \(revision)")
      case .missing: return .nothing("its contents at \(revision) are not in this clone")
      }
    } catch {
      return .nothing("\(error)")
    }
  }

  private func baseline(of repository: GitRepository, at revision: String) throws(GitError) -> Baseline {
    let prefix = "merge-base:"
    let commit =
      revision.hasPrefix(prefix)
      ? try repository.mergeBase(with: String(revision.dropFirst(prefix.count))) : try repository.commit(revision)
    let known = open.withLock { $0[repository.root] }
    if let known, known.commit == commit { return known }
    let baseline = Baseline(repository, at: commit)
    open.withLock { $0[repository.root] = baseline }
    return baseline
  }
}
