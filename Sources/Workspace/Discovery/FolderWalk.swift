/// Goes through everything below a folder, in the order of the paths. Holds a list per level and no stack of calls, so
/// that no depth of folders can end it.
struct FolderWalk {
  private let root: FilePath
  private let start: RuleSources.Scope
  private let rules: RuleSources

  init(_ root: FilePath, from start: RuleSources.Scope, _ rules: RuleSources) {
    self.root = root
    self.start = start
    self.rules = rules
  }

  private struct Level {
    let entries: [FolderListing.Entry]
    let scope: RuleSources.Scope
    var next = 0
  }

  /// Calls `body` for each thing found that is not left out, until it returns false.
  func visit(_ body: (Candidate) -> Bool) {
    var levels: [Level] = []
    do throws(SystemError) {
      levels.append(try level(of: root, start, isRoot: true))
    } catch {
      _ = body(Candidate(path: root, kind: .unreadable(error.description), isNamed: true))
      return
    }
    while let level = levels.last {
      guard level.next < level.entries.count else {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].next += 1
      let entry = level.entries[level.next]
      let isFolder = entry.kind == .folder
      let location = level.scope.location + entry.name
      let tidy = isFolder ? location.dropLast() : location[...]
      if tidy[level.scope.location.count...].elementsEqual(".git".utf8) { continue }
      if level.scope.rules?.ignores(tidy, isFolder: isFolder) == true { continue }

      let path = root.appending(FilePath(Array(tidy[start.location.count...])))
      let kind: Candidate.Kind
      switch entry.kind {
      case .file: kind = .file
      case .symbolicLink: kind = .symbolicLink
      case .special: kind = .special
      case .folder:
        do throws(SystemError) {
          let scope = RuleSources.Scope(location: location, rules: level.scope.rules)
          levels.append(try self.level(of: path, scope, isRoot: false))
          continue
        } catch {
          kind = .unreadable(error.description)
        }
      }
      guard body(Candidate(path: path, kind: kind, isNamed: false)) else { return }
    }
  }

  private func level(
    of folder: FilePath,
    _ outer: RuleSources.Scope,
    isRoot: Bool
  ) throws(SystemError) -> Level {
    let listing = try FolderListing(of: folder, followingLinks: isRoot)
    var scope = outer
    // The listing says whether there is anything to look at: most folders have neither.
    if !isRoot, listing.holds(".git") { scope = rules.nestedRepository(at: folder, scope) ?? scope }
    if listing.holds(".gitignore") { scope = rules.entering(folder, scope) }
    return Level(entries: listing.entries, scope: scope)
  }
}

extension FolderListing {
  /// Whether there is a file of a name, or a folder.
  fileprivate func holds(_ name: String) -> Bool {
    entries.contains { entry in
      entry.name.starts(with: name.utf8) && entry.name.count - name.utf8.count <= (entry.kind == .folder ? 1 : 0)
    }
  }
}
