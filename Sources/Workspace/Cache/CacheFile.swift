import CSQLite
import Glibc

/// A workspace's database as a file: what stands at its path, and how it comes to be.
struct CacheFile {
  let path: FilePath
  /// The workspace's own folder, for people to see.
  let root: FilePath

  /// In the header of every file that is ours: `LACN`.
  static let application: UInt32 = 0x4C41_434E
  /// Of the tables. A file of another version is no loss.
  static let version: UInt32 = 1

  var lockPath: FilePath { FilePath(path.bytes + Array(".lock".utf8)) }
  private var companions: [FilePath] { ["-wal", "-shm", "-journal"].map { FilePath(path.bytes + Array($0.utf8)) } }

  enum State: Equatable {
    case absent
    case ready
    /// Ours, of another version, or never finished: to be made anew.
    case outdated
    /// No database of ours, or one whose first page is damaged: to be set aside.
    case foreign
    /// Not to be touched: a link, a folder, a file of another user or of several names.
    case untouchable(String)
  }

  func state() -> State {
    var raw = stat()
    guard path.withCString({ lstat($0, &raw) }) == 0 else {
      return errno == ENOENT ? .absent : .untouchable(SystemError.last.description)
    }
    guard raw.st_mode & S_IFMT == S_IFREG else { return .untouchable("is no regular file") }
    guard raw.st_uid == geteuid() else { return .untouchable("belongs to another user") }
    guard raw.st_nlink == 1 else { return .untouchable("has several names") }
    guard raw.st_size > 0 else { return .outdated }
    var header = [UInt8](repeating: 0, count: 100)
    guard let file = try? Descriptor(reading: path, following: false),
      let count = try? header.withUnsafeMutableBytes({ buffer throws(SystemError) in try file.read(into: buffer) })
    else { return .untouchable("cannot be read") }
    guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else { return .foreign }
    let application = CacheFile.number(header[68..<72])
    let version = CacheFile.number(header[60..<64])
    if application == CacheFile.application { return version == CacheFile.version ? .ready : .outdated }
    // Whoever made it was stopped before it was anything.
    return application == 0 && version == 0 && raw.st_size <= 8_192 ? .outdated : .foreign
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

  /// Makes a new, empty database. The lock must be held alone.
  func make() throws(CacheProblem) {
    for companion in companions { companion.withCString { _ = unlink($0) } }
    do throws(SystemError) {
      // By hand, so that it is nobody else's to read from the first moment.
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      _ = Descriptor(owning: try uninterrupted { path.withCString { open($0, flags, 0o600) } })
    } catch {
      throw CacheProblem(path, error)
    }
    do throws(Database.Failure) {
      let database = try Database(path, patience: 1_000)
      // A machine that stops now has lost nothing.
      for pragma in ["synchronous = OFF", "page_size = 4096", "auto_vacuum = INCREMENTAL", "journal_mode = WAL"] {
        try database.run("PRAGMA \(pragma)")
      }
      let key = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
      try database.transaction { () throws(Database.Failure) in
        try database.run("CREATE TABLE cache (key BLOB NOT NULL, root BLOB NOT NULL)")
        try database.run(
          """
          CREATE TABLE entry (
            id INTEGER PRIMARY KEY, rest INTEGER NOT NULL, kind INTEGER NOT NULL, used INTEGER NOT NULL,
            sum BLOB NOT NULL, world BLOB NOT NULL, body BLOB NOT NULL
          )
          """
        )
        try database.run("INSERT INTO cache VALUES (?, ?)", .bytes(key), .bytes(root.bytes))
        try database.run("PRAGMA application_id = \(CacheFile.application)")
        try database.run("PRAGMA user_version = \(CacheFile.version)")
      }
    } catch {
      remove()
      throw CacheProblem(path, error)
    }
  }

  /// Takes it away. The lock must be held alone.
  func remove() { for file in [path] + companions { file.withCString { _ = unlink($0) } } }

  /// Gives it another name, under which a person may look at it; all but one of those set aside before go. The lock must
  /// be held alone.
  func setAside() throws(CacheProblem) {
    let older = asides.sorted()
    for file in older.dropLast() { file.withCString { _ = unlink($0) } }
    let mark = Array(".aside-\(time(nil))-\(getpid())".utf8)
    let other = FilePath(path.bytes + mark)
    let status = path.withCString { from in other.withCString { to in rename(from, to) } }
    guard status == 0 else { throw CacheProblem(path, SystemError.last) }
    for companion in companions { companion.withCString { _ = unlink($0) } }
  }

  /// What was set aside of this workspace.
  var asides: [FilePath] {
    let prefix = path.lastComponent.bytes + Array(".aside-".utf8)
    let entries = (try? FolderListing(of: path.parent, followingLinks: false))?.entries ?? []
    return entries.filter { $0.kind == .file && $0.name.starts(with: prefix) }
      .map { path.parent.appending(FilePath($0.name)) }
  }

  /// How long to wait for who repairs it, or writes to it, in milliseconds.
  static let patience = 1_000

  /// Opens it, made or repaired where it must be.
  func opened() throws(CacheProblem) -> (database: Database, key: CacheDigest, lock: CacheLock) {
    for _ in 0..<3 {
      var state = state()
      if case .untouchable(let why) = state { throw CacheProblem(path, why) }
      if state == .ready {
        let lock = try lock(.shared)
        // Between looking and locking it may have been made anew.
        if self.state() == .ready {
          do throws(Database.Failure) {
            let database = try Database(path, patience: Int32(CacheFile.patience))
            if let key = try key(of: database) { return (database, key, lock) }
            state = .foreign
          } catch {
            guard error.isDamage else { throw CacheProblem(path, error) }
            state = .foreign
          }
        }
      }
      try repair(state)
    }
    throw CacheProblem(path, "cannot be repaired")
  }

  private func repair(_ seen: State) throws(CacheProblem) {
    let lock = try lock(.alone)
    defer { withExtendedLifetime(lock) {} }
    let now = state()
    switch now {
    case .untouchable(let why): throw CacheProblem(path, why)
    case .absent: try make()
    case .outdated:
      remove()
      try make()
    case .foreign:
      try setAside()
      try make()
    case .ready:
      // Its first page is in order; what made us come here is not, unless somebody repaired it before us.
      guard seen == .foreign, !isWhole else { return }
      try setAside()
      try make()
    }
  }

  /// Whether the database can be opened. The lock must be held alone.
  private var isWhole: Bool {
    guard let database = try? Database(path, patience: 0) else { return false }
    return (try? key(of: database)) != nil
  }

  private func lock(_ mode: CacheLock.Mode) throws(CacheProblem) -> CacheLock {
    do throws(SystemError) {
      if let lock = try CacheLock.take(lockPath, mode, patience: CacheFile.patience) { return lock }
    } catch {
      throw CacheProblem(lockPath, error)
    }
    throw CacheProblem(path, "another process has it for itself")
  }

  /// The key of its digests; nil where there is none.
  private func key(of database: Database) throws(Database.Failure) -> CacheDigest? {
    var key: CacheDigest?
    try database.run("SELECT key FROM cache") { row in
      key = CacheDigest(row.bytes(0))
      return false
    }
    // Looked at now: a table that cannot be read would be found out in the middle.
    try database.run("SELECT id, rest, kind, used, sum, world FROM entry LIMIT 1")
    return key
  }
}
