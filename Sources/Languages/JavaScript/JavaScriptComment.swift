/// Reads what a person wrote in a comment.
enum JavaScriptComment {
  /// The words without the signs around them and at the start of lines, trimmed, at most so many characters.
  static func text(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
    let text = String(decoding: bytes.prefix(limit * 4), as: UTF8.self)
    var body = Substring(text)
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
      if isBlock { line = line.drop { $0 == "*" } }
      line = trimmed(line)
      if !line.isEmpty { lines.append(line) }
    }
    return String(lines.joined(separator: "\n").prefix(limit))
  }

  /// Whether a comment speaks to a tool, not to a person: it says nothing about the code.
  static func isForTools(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: " ") }
    return directives.contains { words.starts(with: $0.utf8) }
  }

  private static let directives = [
    "eslint", "oxlint", "tslint", "jshint", "jscs", "@ts-", "prettier-", "biome-ignore", "istanbul ", "c8 ignore",
    "v8 ignore", "webpack", "@vite-", "#__PURE__", "@__PURE__", "#region", "#endregion", "deno-lint",
  ]

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
