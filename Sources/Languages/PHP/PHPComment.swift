/// Reads what a person wrote in a comment.
enum PHPComment {
  /// The words behind the signs, trimmed, lines joined by one blank; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
    var words: [UInt8] = []
    var isStart = true
    var waits = false
    var inner = bytes
    if inner.starts(with: "/*".utf8) {
      inner = inner.dropFirst(2)
      if inner.suffix(2).elementsEqual("*/".utf8) { inner = inner.dropLast(2) }
    }
    for byte in inner {
      if words.count >= limit { break }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        isStart = true
        waits = true
      } else if isStart,
        byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "/") || byte == 0x23
      {
        continue
      } else if byte <= UInt8(ascii: " ") {
        waits = true
        isStart = false
      } else {
        if waits, !words.isEmpty { words.append(UInt8(ascii: " ")) }
        waits = false
        isStart = false
        words.append(byte)
      }
    }
    let text = String(decoding: words, as: UTF8.self)
    let lower = text.prefix(24).lowercased()
    return directives.contains { lower.hasPrefix($0) } ? "" : text
  }

  /// What starts a comment that tells a tool what to do, in lower case.
  private static let directives = [
    "@phpstan", "@psalm", "phpcs:", "@codingstandards", "@codecoverage", "@noinspection", "noinspection", "@var",
    "phpmd", "@suppress", "lacuna:", "@phan", "nosonar", "@infection", "!", "@formatter", "@php-cs-fixer",
  ]
}
