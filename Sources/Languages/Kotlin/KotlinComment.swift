/// Reads what a person wrote in a comment.
enum KotlinComment {
  /// The words between the signs, trimmed, on one line; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>, limit: Int = LoweringCore.textLimit) -> String {
    let found = String(decoding: words(bytes.prefix(limit + 8)).prefix(limit), as: UTF8.self)
    let isDirective = directives.contains { found.hasPrefix($0) }
    return isDirective ? "" : found
  }

  /// The comment for documentation that ends right before a place in the text; nil where none does.
  static func documentation(before end: Int, in bytes: [UInt8]) -> String? {
    var at = min(end, bytes.count)
    while at > 0, bytes[at - 1] <= UInt8(ascii: " ") { at -= 1 }
    guard at >= 5, bytes[at - 1] == UInt8(ascii: "/"), bytes[at - 2] == UInt8(ascii: "*") else { return nil }
    var start = at - 2
    let least = max(0, at - 16_000)
    while start > least {
      start -= 1
      if bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "*") { break }
    }
    guard bytes[start] == UInt8(ascii: "/"), start + 4 < at, bytes[start + 1] == UInt8(ascii: "*"),
      bytes[start + 2] == UInt8(ascii: "*")
    else { return nil }
    let text = String(decoding: words(bytes[start..<at]).prefix(LoweringCore.textLimit), as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  private static let directives = ["noinspection", "ktlint-", "region", "endregion", "lacuna:", "language="]

  /// Each line without what marks it as a comment, joined by one blank.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      var part = line.drop { isBlank($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") }
      while let last = part.last, isBlank(last) || last == UInt8(ascii: "\r") { part.removeLast() }
      if part.suffix(2).elementsEqual([UInt8(ascii: "*"), UInt8(ascii: "/")]) {
        part.removeLast(2)
        while let last = part.last, isBlank(last) || last == UInt8(ascii: "*") { part.removeLast() }
      }
      guard !part.isEmpty else { continue }
      if !words.isEmpty { words.append(UInt8(ascii: " ")) }
      words.append(contentsOf: part)
    }
    return words
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
