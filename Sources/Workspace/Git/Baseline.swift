import SourceText
import Synchronization

/// What a file was at a commit.
package enum BaselineFile: Sendable, Equatable {
  case text([UInt8])
  /// It did not exist.
  case absent
  case binary
  case tooLarge
  /// The commit holds a pointer; the contents are kept elsewhere.
  case pointer(LFSPointer)
  /// Something else stood there: a folder, a link, a submodule.
  case notAFile(TreeEntry.Kind)
  /// The commit names contents that this clone does not hold.
  case missing
}

/// The files of one commit, by their paths below the root of the work tree.
package final class Baseline: Sendable {
  /// So that a long session over a large repository does not keep every folder it ever saw.
  private static let folderLimit = 4_096

  package let repository: GitRepository
  package let commit: ObjectID
  private let objects: ObjectReader
  private let folders = Mutex<[ObjectID: [FilePath: TreeEntry]]>([:])

  package init(_ repository: GitRepository, at commit: ObjectID) {
    self.repository = repository
    self.commit = commit
    objects = ObjectReader(repository)
  }

  /// Contents as they are in the repository: what filters or `core.autocrlf` make of them in the work tree is not done.
  package func file(
    at path: FilePath,
    limit: Int = FileContents.defaultLimit
  ) throws(GitError) -> BaselineFile {
    guard let entry = try entry(at: path.tidied) else { return .absent }
    guard entry.kind == .file else { return .notAFile(entry.kind) }
    return try contents(of: entry.id, limit: limit)
  }

  func contents(of id: ObjectID, limit: Int = FileContents.defaultLimit) throws(GitError) -> BaselineFile {
    switch try objects.read(id, limit: limit) {
    case .tooLarge: return .tooLarge
    case .missing: return .missing
    case .found(_, let bytes):
      if let pointer = LFSPointer(bytes) { return .pointer(pointer) }
      return SourceText.isProbablyBinary(bytes) ? .binary : .text(bytes)
    }
  }

  /// What stands at a path. Inside a submodule or behind a link it is the submodule or the link.
  func entry(at path: FilePath) throws(GitError) -> TreeEntry? {
    var entry: TreeEntry?
    for name in path.bytes.split(separator: UInt8(ascii: "/")) {
      let folder: [FilePath: TreeEntry]
      switch entry?.kind {
      case nil: folder = try self.folder(commit)
      case .folder: folder = try self.folder(entry?.id ?? commit)
      case .submodule, .symbolicLink: return entry
      case .file: return nil
      }
      guard let next = folder[FilePath(Array(name))] else { return nil }
      entry = next
    }
    return entry
  }

  /// The entries of a tree, or of the tree of the commit.
  private func folder(_ id: ObjectID) throws(GitError) -> [FilePath: TreeEntry] {
    if let known = folders.withLock({ $0[id] }) { return known }
    let object = try id == commit ? objects.readTree(of: id, limit: .max) : objects.read(id, limit: .max)
    guard case .found(.tree, let bytes) = object else { throw .failed("cat-file", "the folder \(id) is missing") }
    let entries = TreeEntry.entries(in: bytes, idLength: id.description.utf8.count / 2)
    folders.withLock { folders in
      if folders.count >= Self.folderLimit { folders.removeAll() }
      folders[id] = entries
    }
    return entries
  }
}
