/// Where ignore rules come from, outside of the folders that are walked.
struct RuleSources: Sendable {
  let isEnabled: Bool
  /// The user's own, which holds everywhere.
  let globalFile: FilePath?

  /// A folder, and what holds in it but for its own ignore file.
  struct Scope {
    /// Its path from where the rules hold, with a slash at the end; empty if they hold from here.
    var location: [UInt8]
    var rules: IgnoreRules?
  }

  /// What holds in a folder where a walk begins. Its path is absolute and free of links.
  func start(of folder: FilePath) -> Scope {
    guard isEnabled, let repository = RepositoryLayout.holding(folder) else {
      return Scope(location: [], rules: isEnabled ? global(from: 0) : nil)
    }
    var scope = Scope(location: [], rules: rules(of: repository, from: 0))
    var place = repository.root
    guard let way = folder.relative(to: repository.root), way != .currentFolder else { return scope }
    var isIgnored = false
    for component in way.bytes.split(separator: UInt8(ascii: "/")) {
      scope = entering(place, scope)
      scope.location += component
      isIgnored = isIgnored || scope.rules?.ignores(scope.location[...], isFolder: true) == true
      scope.location.append(UInt8(ascii: "/"))
      place = place.appending(FilePath(Array(component)))
    }
    return isIgnored ? Scope(location: scope.location, rules: nil) : scope
  }

  /// The same folder, with the rules of its own ignore file.
  func entering(_ folder: FilePath, _ scope: Scope) -> Scope {
    guard isEnabled else { return scope }
    let file = folder.appending(".gitignore")
    let length = scope.location.count
    let rules = IgnoreRules.adding(file, inFolderOfLength: length, followingLinks: false, to: scope.rules)
    return Scope(location: scope.location, rules: rules)
  }

  /// What holds in a folder that is the root of a repository, whatever holds around it; nil if it is none.
  func nestedRepository(at folder: FilePath, _ scope: Scope) -> Scope? {
    guard isEnabled, let repository = RepositoryLayout(at: folder) else { return nil }
    return Scope(location: scope.location, rules: rules(of: repository, from: scope.location.count))
  }

  private func rules(of repository: RepositoryLayout, from length: Int) -> IgnoreRules? {
    IgnoreRules.adding(
      repository.excludeFile,
      inFolderOfLength: length,
      followingLinks: true,
      to: global(from: length)
    )
  }

  private func global(from length: Int) -> IgnoreRules? {
    globalFile.flatMap { IgnoreRules.adding($0, inFolderOfLength: length, followingLinks: true, to: nil) }
  }
}
