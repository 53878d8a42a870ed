/// Reads what a person wrote in a comment.
enum JavaComment {
  /// The words without the signs around them and at the start of lines; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
    guard !isForTools(bytes) else { return "" }
    var body = Substring(String(decoding: bytes.prefix(limit * 4), as: UTF8.self))
    let isBlock = body.hasPrefix("/*")
    if isBlock {
      if body.hasSuffix("*/") { body = body.dropLast(2) }
      body = body.dropFirst(2)
    } else {
      body = body.drop { $0 == "/" }
    }
    var lines: [Substring] = []
    for line in body.split(whereSeparator: \.isNewline) {
      var line = line.drop(while: \.isWhitespace)
      if isBlock { line = line.drop { $0 == "*" }.drop(while: \.isWhitespace) }
      while line.last?.isWhitespace == true { line.removeLast() }
      if !line.isEmpty { lines.append(line) }
    }
    return String(lines.joined(separator: "\n").prefix(limit))
  }

  static func isDocumentation(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "/**".utf8) && bytes.count > 4 || bytes.starts(with: "///".utf8)
  }

  private static func isForTools(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") || $0 <= UInt8(ascii: " ") }
    return directives.contains { words.starts(with: $0.utf8) }
  }

  private static let directives = [
    "NOSONAR", "NOPMD", "CHECKSTYLE", "@formatter:", "noinspection", "NOLINT", "suppress ", "lacuna:", "$NON-NLS",
    "language=", "region", "endregion", "<editor-fold", "</editor-fold",
  ]
}
