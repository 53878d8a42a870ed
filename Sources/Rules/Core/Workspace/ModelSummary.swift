/// What a file shows of a table: in a model, in a migration, in a schema that is built by calls.
package struct ModelSummary: Sendable, Hashable {
  /// Of the type, or of the table; see `ModelName`.
  package var name: String
  /// The columns of each unique key, with the line on which it stands.
  package var keys: [Key]
  /// Line of a version that the store checks at each write; 0 where there is none.
  package var versionLine: UInt32

  package struct Key: Sendable, Hashable {
    package var columns: [String]
    package var line: UInt32

    package init(columns: [String], line: UInt32) {
      self.columns = columns
      self.line = line
    }
  }

  package init(name: String, keys: [Key] = [], versionLine: UInt32 = 0) {
    self.name = name
    self.keys = keys
    self.versionLine = versionLine
  }
}

/// What the workspace shows of a table, all files together.
package struct ModelFact: Sendable, Hashable {
  package struct Key: Sendable, Hashable {
    package var columns: [String]
    /// `app/models.py:12`
    package var place: String

    package init(columns: [String], place: String) {
      self.columns = columns
      self.place = place
    }

    /// As a message has it: "`code`, `user` (app/models.py:12)".
    package var clause: String { columns.map { "`\($0)`" }.joined(separator: ", ") + " (\(place))" }
  }

  package var keys: [Key]
  /// Where a version is declared that the store checks.
  package var version: String?

  package init(keys: [Key] = [], version: String? = nil) {
    self.keys = keys
    self.version = version
  }

  /// A key all of whose columns are among what is spoken of.
  package func key(within spoken: Set<String>) -> Key? {
    keys.first { key in
      !key.columns.isEmpty && key.columns.allSatisfy { spoken.contains(ModelName.column($0)) }
    }
  }
}

/// One name for what a model, its table, its repository and its set are called.
package enum ModelName {
  /// `Coupon`, `coupons`, `this.couponRepository`, `_db.Coupons`, `prisma.coupon` alike give `coupon`.
  package static func plain(_ name: String) -> String {
    var words = NameReading.words(NameReading.last(name))
    while words.count > 1, let last = words.last, holders.contains(last) { words.removeLast() }
    if let last = words.popLast() { words.append(singular(last)) }
    return words.joined()
  }

  /// `user_id`, `userId`, `User` alike give `user`.
  package static func column(_ name: String) -> String {
    var words = NameReading.words(NameReading.last(name))
    if words.count > 1, words.last == "id" { words.removeLast() }
    return words.joined()
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
      && word.utf8.count > 3
      ? String(word.dropLast()) : word
  }

  private static let holders: Set<String> = [
    "repository", "repo", "dao", "service", "store", "manager", "collection", "table", "model",
    "entity", "mapper",
    "set", "objects", "schema", "record",
  ]
}
