/// A Git repository with a work tree.
package struct GitRepository: Sendable {
  let git: Git
  /// The top of the work tree: absolute and free of links.
  package let root: FilePath
  /// Where this work tree's `HEAD` and index are.
  package let gitFolder: FilePath
  /// Where the branches are. What moves the baseline changes a file in one of the two.
  package let commonFolder: FilePath

  init(git: Git, root: FilePath, gitFolder: FilePath) {
    self.git = git
    self.root = root
    self.gitFolder = gitFolder
    commonFolder = (try? RepositoryLayout.commonFolder(of: gitFolder).resolved()) ?? gitFolder
  }

  /// The repository whose work tree holds a file or folder, which may be gone.
  package init(holding path: FilePath, git: Git) throws(GitError) {
    let folder = path.nearestFolder
    // The answers are a line each, but a path may hold line feeds: whatever follows two lines is the path.
    let answer = try git.run(
      in: folder,
      ["rev-parse", "--is-inside-work-tree", "--is-bare-repository", "--absolute-git-dir"]
    )
    let parts = answer.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard parts.count == 3 else { throw .failed("rev-parse", "unexpected answer") }
    guard parts[0].elementsEqual("true".utf8) else { throw .noWorkTree(path) }
    let root = try git.run(in: folder, ["rev-parse", "--show-toplevel"])
    self.init(git: git, root: FilePath(Array(root.dropLast())), gitFolder: FilePath(Array(parts[2].dropLast())))
  }

  /// The path below `root` of a file that may be gone; nil if it is not in the work tree. A relative path starts at the
  /// current folder. Links on the way to the file are followed, the file itself may be one.
  package func relativePath(of path: FilePath) -> FilePath? {
    var missing: [FilePath] = [path.tidied.lastComponent]
    var folder = path.tidied.parent
    if path.tidied.lastComponent == ".." || path.tidied == .currentFolder { (missing, folder) = ([], path) }
    while true {
      if let resolved = try? folder.resolved() {
        return missing.reversed().reduce(resolved) { $0.appending($1) }.relative(to: root)
      }
      guard folder.parent != folder else { return nil }
      missing.append(folder.lastComponent)
      folder = folder.parent
    }
  }
}

extension FilePath {
  /// The path itself if it is a folder, else the innermost folder above it that exists.
  fileprivate var nearestFolder: FilePath {
    var folder = tidied
    while (try? FileStatus(of: folder, following: true))?.kind != .folder, folder.parent != folder {
      folder = folder.parent
    }
    return folder
  }
}
