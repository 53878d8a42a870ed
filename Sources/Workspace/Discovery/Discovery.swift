/// Finds the files to review.
///
/// Folders are read as Git would: what `.gitignore` files, `.git/info/exclude` and the user's own ignore file leave out
/// is left out, hidden files are not, `.git` is never entered, links are never followed. A repository inside another
/// has its own rules only. Without a repository, `.gitignore` files hold from the given folder down. Unlike Git, a file
/// that is ignored stays so when it was committed all the same.
///
/// A folder that is named although it is ignored is meant: then the rules above it do not hold in it.
package struct Discovery: Sendable {
  let rules: RuleSources

  /// - Parameter environment: where the user's own ignore file is looked for, in Git's default place.
  package init(honoursIgnoreFiles: Bool = true, environment: ProcessEnvironment = .current) {
    let configuration = environment.path("XDG_CONFIG_HOME") ?? environment.path("HOME")?.appending(".config")
    rules = RuleSources(isEnabled: honoursIgnoreFiles, globalFile: configuration?.appending("git/ignore"))
  }

  /// The work tree that holds some paths; without one, the deepest folder that holds them all.
  package static func workspaceRoot(of paths: [FilePath]) -> FilePath {
    let whole = paths.compactMap { try? $0.resolved() }
    guard var root = whole.first else { return .currentFolder }
    for path in whole.dropFirst() {
      while path.relative(to: root) == nil, root.parent != root { root = root.parent }
    }
    if let status = try? FileStatus(of: root, following: true), status.kind != .folder { root = root.parent }
    return RepositoryLayout.holding(root)?.root ?? root
  }

  /// Whether a folder is the root of a repository.
  package static func isWorkTree(_ folder: FilePath) -> Bool { RepositoryLayout(at: folder) != nil }

  /// Everything in some files and folders, sorted by the bytes of the path. What is found in two ways is there once, as
  /// it was named if it was.
  package func candidates(in paths: [FilePath]) -> [Candidate] {
    var found: [Candidate] = []
    var places: [FilePath: Int] = [:]
    for path in paths {
      let root = path.tidied
      let place = paths.count > 1 ? try? root.resolved() : nil
      visit(root) { candidate in
        if let place, let below = candidate.path.relative(to: root) {
          let whole = below == .currentFolder ? place : place.appending(below)
          if let known = places[whole] {
            if candidate.isNamed { found[known] = candidate }
            return true
          }
          places[whole] = found.count
        }
        found.append(candidate)
        return true
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Calls `body` for a file, or for everything in a folder, in the order of the paths, until it returns false.
  package func visit(_ path: FilePath, _ body: (Candidate) -> Bool) {
    let path = path.tidied
    do throws(SystemError) {
      switch try FileStatus(of: path, following: true).kind {
      case .folder: FolderWalk(path, from: rules.start(of: try path.resolved()), rules).visit(body)
      case .file: _ = body(Candidate(path: path, kind: .file, isNamed: true))
      case .symbolicLink, .special: _ = body(Candidate(path: path, kind: .special, isNamed: true))
      }
    } catch {
      _ = body(Candidate(path: path, kind: .unreadable(error.description), isNamed: true))
    }
  }
}
