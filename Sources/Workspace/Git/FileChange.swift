/// A file of the work tree that is not what it was at the base. Paths are below the root of the work tree.
package struct FileChange: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case added
    case modified
    case removed
    /// It stood elsewhere, and at least half of it is still the same; `similarity` in percent.
    case renamed(from: FilePath, similarity: Int)
  }

  /// Where it is; for a removed file, where it was.
  package let path: FilePath
  package let kind: Kind
  /// What it was; nil for an added file.
  package let base: ObjectID?

  package init(path: FilePath, kind: Kind, base: ObjectID?) {
    self.path = path
    self.kind = kind
    self.base = base
  }
}

extension Baseline {
  /// What a changed file was at the base.
  package func file(
    before change: FileChange,
    limit: Int = FileContents.defaultLimit
  ) throws(GitError) -> BaselineFile {
    guard let base = change.base else { return .absent }
    return try contents(of: base, limit: limit)
  }
}
