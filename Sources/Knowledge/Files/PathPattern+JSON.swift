import JSONText

extension PathPattern {
  /// Whether the patterns of a knowledge file, read as JSON, are right in themselves. Apart from reading, because the
  /// files that come with the program have been checked.
  static func check(_ file: JSONValue) throws(JSONMismatch) {
    for list in ["types", "clients", "calls", "holds", "orders"] {
      guard case .array(let rows)? = file[list] else { continue }
      for (position, row) in rows.enumerated() {
        do {
          try check(row: row)
        } catch {
          throw error.inside(.element(position)).inside(.member(list))
        }
      }
    }
  }

  private static func check(row: JSONValue) throws(JSONMismatch) {
    if case .array(let names)? = row["names"] {
      guard !names.isEmpty else { throw JSONMismatch("there is nothing in it", at: [.member("names")]) }
      for (position, name) in names.enumerated() {
        guard case .string(let name) = name, let problem = problem(with: name) else { continue }
        throw JSONMismatch("\(problem): \"\(name)\"", at: [.member("names"), .element(position)])
      }
    }
    guard case .string(let target)? = row["is"] else { return }
    let hasStars = target.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "{") }
    if let problem = problem(with: target) ?? (hasStars ? "one path is meant, without stars and braces" : nil) {
      throw JSONMismatch("\(problem): \"\(target)\"", at: [.member("is")])
    }
  }
}
