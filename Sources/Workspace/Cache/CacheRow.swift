/// A row of the table of entries, as it is to be written.
struct CacheRow {
  var key: CacheDigest
  var kind: WorkspaceCache.Kind
  /// Of the key and the body.
  var sum: CacheDigest
  var world: [UInt8]
  /// Nil where only the world is new.
  var body: [UInt8]?

  /// The table is found by half of a key; the other half is compared.
  static func id(of key: CacheDigest) -> Int64 { Int64(bitPattern: key.low) }
  static func rest(of key: CacheDigest) -> Int64 { Int64(bitPattern: key.high) }
}

extension Database {
  /// Writes rows in place of those that have their keys.
  ///
  /// - Parameter used: rows that were read.
  /// - Parameter now: when all this was, in milliseconds since 1970.
  func put(_ rows: [CacheRow], used: Set<Int64>, at now: Int64) throws(Failure) {
    try transaction { () throws(Failure) in
      for row in rows {
        let id = Value.number(CacheRow.id(of: row.key))
        let rest = Value.number(CacheRow.rest(of: row.key))
        guard let body = row.body else {
          // Only while it is the entry that was confirmed.
          try run(
            "UPDATE entry SET world = ?, used = ? WHERE id = ? AND rest = ? AND sum = ?",
            .bytes(row.world),
            .number(now),
            id,
            rest,
            .bytes(row.sum.bytes)
          )
          continue
        }
        try run(
          "INSERT OR REPLACE INTO entry (id, rest, kind, used, sum, world, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
          id,
          rest,
          .number(row.kind.rawValue),
          .number(now),
          .bytes(row.sum.bytes),
          .bytes(row.world),
          .bytes(body)
        )
      }
      for id in used.sorted() { try run("UPDATE entry SET used = ? WHERE id = ?", .number(now), .number(id)) }
    }
  }

  /// Whether what is in the tables takes more than some bytes.
  func isLarger(than size: Int) throws(Failure) -> Bool {
    let pages = try number("PRAGMA page_count") - number("PRAGMA freelist_count")
    return pages * 4_096 > Int64(size)
  }

  /// Removes what was not used for longest, until what is left takes no more than some bytes.
  func evict(to size: Int) throws(Failure) {
    var room = Int64(size)
    var gone: [Int64] = []
    try run("SELECT id, length(body) FROM entry ORDER BY used DESC, id") { row in
      // What a row takes besides its body, and the pages that are not full.
      room -= row.number(1) + row.number(1) / 8 + 256
      if room < 0 { gone.append(row.number(0)) }
      return true
    }
    try transaction { () throws(Failure) in
      for id in gone { try run("DELETE FROM entry WHERE id = ?", .number(id)) }
    }
    try run("PRAGMA incremental_vacuum")
  }
}
