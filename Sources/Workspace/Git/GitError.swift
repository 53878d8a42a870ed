/// Why a question to Git has no answer.
package enum GitError: Error, Sendable, Equatable {
  /// No `git` in any absolute folder of `PATH`.
  case gitMissing
  case notARepository(FilePath)
  /// A repository without files to compare: a bare one, or the inside of `.git`.
  case noWorkTree(FilePath)
  /// Git does not trust the repository's owner; its own words say how to allow it.
  case notTrusted(String)
  case noCommits
  case unknownRevision(String)
  case noMergeBase(String)
  /// Git did not answer in time and was killed.
  case timedOut(String)
  /// The list was longer than any that makes sense.
  case tooMuchOutput(String)
  /// Git said no; its own words.
  case failed(String, String)
}

extension GitError: CustomStringConvertible {
  /// One line for a person.
  package var description: String {
    switch self {
    case .gitMissing: "`git` was not found in PATH."
    case .notARepository(let path): "`\(path)` is not in a Git repository."
    case .noWorkTree(let path): "`\(path)` is in a Git repository, but not in a work tree."
    case .notTrusted(let words): "Git does not trust this repository: \(words)"
    case .noCommits: "The repository has no commit yet, so there is nothing to compare with."
    case .unknownRevision(let name): "`\(name)` is not a revision of this repository."
    case .noMergeBase(let name): "HEAD and `\(name)` have no commit in common."
    case .timedOut(let command): "`git \(command)` did not answer in time."
    case .tooMuchOutput(let command): "`git \(command)` answered with more than can be read."
    case .failed(let command, let words): "`git \(command)` failed: \(words)"
    }
  }
}
