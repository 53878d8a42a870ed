import Glibc
import Synchronization

/// What was found out of a workspace's files before, by what they hold.
///
/// It answers with what this very build found out of these very bytes, or not at all. It never fails: what cannot be
/// read is not there, what cannot be written is not kept, and why is said once (`problem`). Safe from any thread and
/// beside any other process; a process that is killed loses what it had not written yet.
package final class WorkspaceCache: Sendable {
  /// What an entry is of.
  package enum Kind: Int64, Sendable, CaseIterable {
    case summary = 1
    case ledger = 2
  }

  /// Something that was kept.
  package struct Entry: Sendable {
    package var body: [UInt8]
    /// Of the body.
    package var digest: CacheDigest
    fileprivate var world: [UInt8]
  }

  private struct Connection {
    var database: Database?
    var lock: CacheLock?
    var mayWrite = true
    var problem: CacheProblem?
  }

  private struct Waiting {
    var rows: [CacheRow] = []
    var bytes = 0
    /// Rows that were read, and not for some time before.
    var used: Set<Int64> = []
  }

  private let file: CacheFile
  private let engine: EngineID
  private let key: CacheDigest
  /// In bytes.
  private let limit: Int
  private let connection: Mutex<Connection>
  private let waiting = Mutex(Waiting())

  /// As much is written at once, in bytes.
  private static let batch = 4 << 20
  /// That an entry was used is noted again after so many milliseconds.
  private static let usedAgain: Int64 = 3_600_000

  /// In milliseconds since 1970.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000
  }

  private init(_ file: CacheFile, _ opened: sending Connection, key: CacheDigest, engine: EngineID, limit: Int) {
    self.file = file
    self.engine = engine
    self.key = key
    self.limit = limit
    connection = Mutex(opened)
  }

  /// How large a cache may be unless told otherwise, in bytes.
  package static let standardLimit = 256 << 20

  /// Opens the cache of a workspace, made or repaired where it must be.
  ///
  /// - Parameter root: of the workspace, without links.
  package static func open(
    _ root: FilePath,
    in place: CachePlace,
    engine: EngineID,
    limit: Int = standardLimit
  ) throws(CacheProblem) -> WorkspaceCache {
    let folder = try place.prepared()
    let file = CacheFile(path: folder.appending(CachePlace.name(of: root) + ".db"), root: root)
    let (database, key, lock) = try file.opened()
    let limit = max(1 << 20, limit)
    do throws(Database.Failure) {
      try database.run("PRAGMA max_page_count = \(limit / 4_096 + 64)")
      // What was written goes to its place in larger steps than usual: each waits for the disk.
      try database.run("PRAGMA wal_autocheckpoint = 8192")
      try database.run("PRAGMA journal_size_limit = \(16 << 20)")
    } catch {
      throw CacheProblem(file.path, error)
    }
    return WorkspaceCache(
      file,
      Connection(database: database, lock: lock),
      key: key,
      engine: engine,
      limit: limit
    )
  }

  /// What a person must know: why nothing is kept, or no longer.
  package var problem: CacheProblem? { connection.withLock { $0.problem } }

  // MARK: - Digests

  /// With nothing told to it yet.
  package var hasher: CacheHasher { CacheHasher(key: key) }

  /// Of the contents of a file.
  package func digest(of bytes: [UInt8]) -> CacheDigest {
    var hasher = hasher
    hasher.combine(raw: bytes)
    return hasher.finished()
  }

  /// A digest of whatever is told to the hasher.
  package func digest(_ body: (inout CacheHasher) -> Void) -> CacheDigest {
    var hasher = hasher
    body(&hasher)
    return hasher.finished()
  }

  /// What an entry is found by: this build, the kind, and whatever is told to the hasher.
  package func key(_ kind: Kind, _ body: (inout CacheHasher) -> Void) -> CacheDigest {
    digest { hasher in
      hasher.combine(engine.bytes)
      hasher.combine(UInt64(bitPattern: kind.rawValue))
      body(&hasher)
    }
  }

  private func sum(of body: [UInt8], _ key: CacheDigest) -> CacheDigest {
    digest { hasher in
      hasher.combine(key)
      hasher.combine(raw: body)
    }
  }

  private func tag(of world: CacheDigest, _ key: CacheDigest) -> [UInt8] {
    digest { hasher in
      hasher.combine(key)
      hasher.combine(world)
    }.bytes
  }

  // MARK: - Entries

  /// What was kept under a key; nil where there is nothing, or not what was written.
  package func entry(_ key: CacheDigest) -> Entry? {
    var found: (rest: Int64, used: Int64, sum: [UInt8], entry: Entry)?
    let id = CacheRow.id(of: key)
    use { database throws(Database.Failure) in
      try database.run("SELECT rest, used, sum, world, body FROM entry WHERE id = ?", .number(id)) { row in
        let entry = Entry(body: row.bytes(4), digest: CacheDigest(low: 0, high: 0), world: row.bytes(3))
        found = (row.number(0), row.number(1), row.bytes(2), entry)
        return false
      }
    }
    guard var found, found.rest == CacheRow.rest(of: key) else { return nil }
    let sum = sum(of: found.entry.body, key)
    guard found.sum == sum.bytes else {
      // Not what was written: nothing in this file can be trusted.
      discard()
      return nil
    }
    found.entry.digest = sum
    let now = WorkspaceCache.now
    if found.used > now || now - found.used > WorkspaceCache.usedAgain {
      waiting.withLock { _ = $0.used.insert(id) }
    }
    return found.entry
  }

  /// Keeps something under a key, in place of what was there. Written later, with others.
  ///
  /// - Parameter world: what else it holds for, as far as one digest tells.
  /// - Returns: the digest of the body.
  @discardableResult
  package func keep(
    _ body: [UInt8],
    _ kind: Kind,
    under key: CacheDigest,
    world: CacheDigest? = nil
  ) -> CacheDigest {
    let sum = sum(of: body, key)
    // What would push out much else is not worth it.
    guard body.count <= limit / 16 else { return sum }
    add(CacheRow(key: key, kind: kind, sum: sum, world: world.map { tag(of: $0, key) } ?? [], body: body))
    return sum
  }

  /// Whether an entry was kept, or last confirmed, for a world.
  package func isOf(_ world: CacheDigest, _ entry: Entry, _ key: CacheDigest) -> Bool {
    entry.world == tag(of: world, key)
  }

  /// Notes that an entry holds for another world, too.
  package func confirm(_ entry: Entry, _ kind: Kind, under key: CacheDigest, world: CacheDigest) {
    add(CacheRow(key: key, kind: kind, sum: entry.digest, world: tag(of: world, key), body: nil))
  }

  private func add(_ row: CacheRow) {
    let isFull = waiting.withLock { waiting in
      waiting.rows.append(row)
      waiting.bytes += (row.body?.count ?? 0) + 64
      return waiting.bytes >= WorkspaceCache.batch
    }
    if isFull { flush() }
  }

  // MARK: - Writing

  /// Writes what waits to be written.
  package func flush() {
    let taken = waiting.withLock { waiting in
      let taken = waiting
      waiting = Waiting()
      return taken
    }
    guard !taken.rows.isEmpty || !taken.used.isEmpty else { return }
    let now = WorkspaceCache.now
    write { database throws(Database.Failure) in
      do throws(Database.Failure) {
        try database.put(taken.rows, used: taken.used, at: now)
      } catch {
        guard error.isFull else { throw error }
        // This file is as large as it may be: then without what was not used for long.
        try database.evict(to: limit / 2)
        try database.put(taken.rows, used: taken.used, at: now)
      }
      if try database.isLarger(than: limit / 10 * 9) { try database.evict(to: limit / 4 * 3) }
    }
  }

  /// Writes what waits, and lets go of the file. Nothing is found or kept any more.
  package func close() {
    flush()
    connection.withLock { connection in
      connection.database = nil
      connection.lock = nil
    }
    // Four workspaces of the full size, or many small ones.
    CacheOverview.sweep(CachePlace(file.path.parent), keeping: file.path, to: limit * 4)
  }

  // MARK: - What goes wrong

  private func use(_ body: (Database) throws(Database.Failure) -> Void) {
    connection.withLock { connection in
      guard let database = connection.database else { return }
      do throws(Database.Failure) {
        try body(database)
      } catch {
        take(error, &connection)
      }
    }
  }

  private func write(_ body: (Database) throws(Database.Failure) -> Void) {
    connection.withLock { connection in
      guard connection.mayWrite, let database = connection.database else { return }
      do throws(Database.Failure) {
        try body(database)
      } catch {
        take(error, &connection)
      }
    }
  }

  private func take(_ failure: Database.Failure, _ connection: inout Connection) {
    // Another process wrote for longer than we wait: what we have can be found out again.
    if failure.isBusy { return }
    if failure.isDamage {
      setAside(&connection)
    } else {
      connection.mayWrite = false
      if connection.problem == nil { connection.problem = CacheProblem(file.path, failure) }
    }
  }

  private func discard() { connection.withLock { setAside(&$0) } }

  /// A damaged file is given another name, by us or, while another process has it open, by who comes next.
  private func setAside(_ connection: inout Connection) {
    guard connection.database != nil else { return }
    connection.database = nil
    connection.lock = nil
    connection.problem = CacheProblem(file.path, "it was damaged, and is made anew")
    guard let lock = try? CacheLock.take(file.lockPath, .alone, patience: 0) else { return }
    try? file.setAside()
    withExtendedLifetime(lock) {}
  }
}
