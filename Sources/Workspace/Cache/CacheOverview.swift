import Glibc

/// All caches of a user, to be shown and cleared.
package struct CacheOverview: Sendable {
  /// The cache of one workspace.
  package struct Item: Sendable {
    /// Of the workspace; nil where the file does not say.
    package var root: FilePath?
    package var file: FilePath
    /// With what stands beside it, in bytes.
    package var size: Int
    package var summaries: Int
    package var ledgers: Int
    /// In seconds since 1970.
    package var lastUse: Int
    /// Why it cannot be looked into.
    package var problem: CacheProblem?
  }

  package let folder: FilePath
  /// By the workspace's path.
  package let items: [Item]

  /// - Throws: where there is a folder that cannot be read.
  package init(of place: CachePlace) throws(CacheProblem) {
    folder = place.folder
    let listing: FolderListing
    do throws(SystemError) {
      listing = try FolderListing(of: place.folder, followingLinks: true)
    } catch {
      guard error == .notFound else { throw CacheProblem(place.folder, error) }
      items = []
      return
    }
    let names = listing.entries.map(\.name)
    items = names.filter { $0.suffix(3).elementsEqual(".db".utf8) }
      .map { CacheOverview.item(place.folder.appending(FilePath($0)), among: names) }
      .sorted { ($0.root ?? $0.file) < ($1.root ?? $1.file) }
  }

  package var size: Int { items.reduce(0) { $0 + $1.size } }

  private static func item(_ path: FilePath, among names: [[UInt8]]) -> Item {
    var item = Item(root: nil, file: path, size: 0, summaries: 0, ledgers: 0, lastUse: 0)
    for name in names where name.starts(with: path.lastComponent.bytes) {
      var raw = stat()
      guard path.parent.appending(FilePath(name)).withCString({ lstat($0, &raw) }) == 0 else { continue }
      item.size += Int(raw.st_size)
      item.lastUse = max(item.lastUse, raw.st_mtim.tv_sec)
    }
    let file = CacheFile(path: path, root: .currentFolder)
    guard file.state() == .ready else {
      item.problem = CacheProblem("it is no cache of this version")
      return item
    }
    do {
      guard let lock = try CacheLock.take(file.lockPath, .shared, patience: CacheFile.patience, isUse: false) else {
        throw CacheProblem("another process has it for itself")
      }
      defer { withExtendedLifetime(lock) {} }
      let database = try Database(path, patience: Int32(CacheFile.patience))
      try database.run("SELECT root FROM cache") { row in
        item.root = FilePath(row.bytes(0))
        return false
      }
      try database.run("SELECT kind, count(*) FROM entry GROUP BY kind") { row in
        switch WorkspaceCache.Kind(rawValue: row.number(0)) {
        case .summary: item.summaries = Int(row.number(1))
        case .ledger: item.ledgers = Int(row.number(1))
        case nil: break
        }
        return true
      }
    } catch {
      item.problem = CacheProblem("\(error)")
    }
    return item
  }

  /// What became of a cache that was to be cleared.
  package enum Clearing: Sendable, Equatable {
    case removed
    /// Another process works with it: it was emptied, and the file stays.
    case emptied
    case failed(String)
  }

  /// Removes the cache of a workspace, with what was set aside of it.
  package static func clear(_ item: Item) -> Clearing {
    let file = CacheFile(path: item.file, root: item.root ?? .currentFolder)
    do {
      if let lock = try CacheLock.take(file.lockPath, .alone, patience: 200) {
        defer { withExtendedLifetime(lock) {} }
        if case .untouchable(let why) = file.state() { return .failed(why) }
        for aside in file.asides { aside.withCString { _ = unlink($0) } }
        file.remove()
        file.lockPath.withCString { _ = unlink($0) }
        return file.state() == .absent ? .removed : .failed("it cannot be removed")
      }
      guard let lock = try CacheLock.take(file.lockPath, .shared, patience: CacheFile.patience) else {
        return .failed("another process has it for itself")
      }
      defer { withExtendedLifetime(lock) {} }
      guard file.state() == .ready else { return .failed("another process works with it") }
      let database = try Database(item.file, patience: Int32(CacheFile.patience))
      try database.run("DELETE FROM entry")
      try database.run("PRAGMA incremental_vacuum")
      try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
      return .emptied
    } catch {
      return .failed("\(error)")
    }
  }

  /// After so many seconds without use a workspace is taken for gone.
  private static let longAgo = 90 * 24 * 3_600

  /// Removes the caches of workspaces that were not used for long, and as many of the others as it takes for all to be
  /// within a size; those that were not used for longest first, and none that a process works with.
  package static func sweep(_ place: CachePlace, keeping own: FilePath, to limit: Int) {
    guard let listing = try? FolderListing(of: place.folder, followingLinks: true) else { return }
    var found: [(file: FilePath, size: Int, lastUse: Int)] = []
    let names = listing.entries.map(\.name)
    for name in names where name.suffix(3).elementsEqual(".db".utf8) {
      var size = 0
      var lastUse = 0
      for other in names where other.starts(with: name) {
        var raw = stat()
        guard place.folder.appending(FilePath(other)).withCString({ lstat($0, &raw) }) == 0 else { continue }
        size += Int(raw.st_size)
        lastUse = max(lastUse, raw.st_mtim.tv_sec)
      }
      found.append((place.folder.appending(FilePath(name)), size, lastUse))
    }
    found.sort { ($1.lastUse, $0.file) < ($0.lastUse, $1.file) }
    var room = limit
    for item in found {
      room -= item.size
      guard item.file.lastComponent != own.lastComponent, room < 0 || time(nil) - item.lastUse > longAgo else {
        continue
      }
      let file = CacheFile(path: item.file, root: .currentFolder)
      guard let lock = try? CacheLock.take(file.lockPath, .alone, patience: 0, isUse: false) else { continue }
      if case .untouchable = file.state() { continue }
      for aside in file.asides { aside.withCString { _ = unlink($0) } }
      file.remove()
      file.lockPath.withCString { _ = unlink($0) }
      withExtendedLifetime(lock) {}
      room += item.size
    }
  }
}
