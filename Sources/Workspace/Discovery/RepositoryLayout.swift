/// Where a repository keeps things, told from the files alone: discovery works without Git.
package struct RepositoryLayout {
  /// The folder that holds `.git`.
  let root: FilePath
  /// Where this work tree's `HEAD` is.
  package let gitFolder: FilePath
  private let commonFolder: FilePath

  /// The repository whose root a folder is, if it is one. A work tree's or submodule's `.git` is a file that names the
  /// real folder.
  package init?(at root: FilePath) {
    let entry = root.appending(".git")
    guard let status = try? FileStatus(of: entry, following: true) else { return nil }
    var folder = entry
    if status.kind == .file {
      guard let target = Self.line(of: entry, after: "gitdir: ") else { return nil }
      folder = root.appending(target)
    }
    guard (try? FileStatus(of: folder.appending("HEAD"), following: false)) != nil else { return nil }
    self.root = root
    gitFolder = folder.tidied
    commonFolder = Self.commonFolder(of: folder)
  }

  /// The innermost repository that holds a folder, whose path is absolute and free of links.
  package static func holding(_ folder: FilePath) -> RepositoryLayout? {
    var folder = folder
    while true {
      if let layout = RepositoryLayout(at: folder) { return layout }
      let parent = folder.parent
      guard parent != folder else { return nil }
      folder = parent
    }
  }

  /// Where a work tree's repository keeps what all its work trees share. The folder itself, if it is the only one.
  static func commonFolder(of folder: FilePath) -> FilePath {
    line(of: folder.appending("commondir"), after: "").map(folder.appending) ?? folder
  }

  /// The repository's own ignore file, which is not committed.
  var excludeFile: FilePath { commonFolder.appending("info/exclude") }

  private static func line(of file: FilePath, after prefix: String) -> FilePath? {
    guard case .bytes(let bytes) = FileContents(of: file, limit: 16_384), bytes.starts(with: prefix.utf8) else {
      return nil
    }
    var line = bytes.dropFirst(prefix.utf8.count)
    while line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line.isEmpty ? nil : FilePath(Array(line))
  }
}
