import CSQLite
import Glibc

/// A connection to a database file, for one thread at a time.
final class Database {
  /// A refusal by SQLite.
  struct Failure: Error, Hashable, CustomStringConvertible {
    /// The primary result code.
    let code: Int32
    /// What the system said, where it was asked.
    let system: Int32

    /// Whether what was read cannot have been written by SQLite.
    var isDamage: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT }
    /// Whether another process is in the way just now.
    var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
    /// Whether there is no more room: on the disk, or for this file.
    var isFull: Bool { code == SQLITE_FULL || system == ENOSPC || system == EDQUOT || system == EFBIG }

    var description: String {
      if system != 0, code == SQLITE_IOERR || code == SQLITE_CANTOPEN { return SystemError(code: system).description }
      return sqlite3_errstr(code).map { String(cString: $0) } ?? "SQLite error \(code)"
    }
  }

  enum Value {
    case number(Int64)
    case bytes([UInt8])
  }

  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  /// Opens a file that is there. Links are not followed.
  ///
  /// - Parameter patience: for how many milliseconds to wait where another process writes.
  init(_ path: FilePath, patience: Int32) throws(Failure) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW
    let status = path.withCString { sqlite3_open_v2($0, &handle, flags, nil) }
    guard status == SQLITE_OK, let handle else {
      let failure = Failure(code: status & 0xFF, system: handle.map { sqlite3_system_errno($0) } ?? 0)
      sqlite3_close_v2(handle)
      throw failure
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
    try check(lacuna_sqlite_defend(handle))
    // What the file says is not to be believed: pages are looked at before they are used, and never mapped.
    for pragma in ["cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY", "synchronous = NORMAL"] {
      try run("PRAGMA \(pragma)")
    }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Runs a statement, and calls `body` for each row until it returns false.
  func run(_ sql: String, _ values: Value..., row body: (Row) -> Bool = { _ in true }) throws(Failure) {
    let statement = try statement(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .number(let number): try check(sqlite3_bind_int64(statement, place, number))
      case .bytes(let bytes):
        let count = Int32(clamping: bytes.count)
        try check(bytes.withUnsafeBytes { lacuna_sqlite_bind(statement, place, $0.baseAddress, count) })
      }
    }
    while true {
      let status = sqlite3_step(statement)
      switch status & 0xFF {
      case SQLITE_ROW: if !body(Row(statement: statement)) { return }
      case SQLITE_DONE: return
      default: try check(status)
      }
    }
  }

  /// A row, as long as the statement stands on it.
  struct Row {
    fileprivate let statement: OpaquePointer

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func bytes(_ column: Int32) -> [UInt8] {
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
  }

  /// The number that a statement gives.
  func number(_ sql: String) throws(Failure) -> Int64 {
    var number: Int64 = 0
    try run(sql) { row in
      number = row.number(0)
      return false
    }
    return number
  }

  /// Does all of something, or nothing of it.
  func transaction(_ body: () throws(Failure) -> Void) throws(Failure) {
    try run("BEGIN IMMEDIATE")
    do throws(Failure) {
      try body()
      try run("COMMIT")
    } catch {
      // SQLite may have taken it back itself.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  private func statement(_ sql: String) throws(Failure) -> OpaquePointer {
    if let known = statements[sql] { return known }
    var made: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &made, nil))
    guard let made else { throw Failure(code: SQLITE_MISUSE, system: 0) }
    statements[sql] = made
    return made
  }

  private func check(_ status: Int32) throws(Failure) {
    guard status != SQLITE_OK else { return }
    let isOfSystem = [SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_FULL].contains(status & 0xFF)
    throw Failure(code: status & 0xFF, system: isOfSystem ? sqlite3_system_errno(handle) : 0)
  }
}
