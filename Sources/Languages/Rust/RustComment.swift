/// Reads what a person wrote in a comment.
enum RustComment {
  /// The words between the signs, trimmed; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var words = bytes.drop { isSign($0) || isBlank($0) }
    while let last = words.last, isBlank(last) || isSign(last) { words.removeLast() }
    guard !words.starts(with: "lacuna:".utf8), !words.starts(with: "SAFETY:".utf8) else { return "" }
    return String(decoding: words, as: UTF8.self)
  }

  /// The text of the doc comments that stand right before an offset, without their signs; nil where there are none.
  static func documentation(before offset: Int, in bytes: [UInt8]) -> String? {
    var lines: [String] = []
    var end = min(offset, bytes.count)
    var size = 0
    while size < LoweringCore.textLimit {
      // The line before: only blanks may stand between it and what it documents.
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
      guard end > 0, bytes[end - 1] == UInt8(ascii: "\n") else { break }
      end -= 1
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), end - start < LoweringCore.textLimit { start -= 1 }
      let line = bytes[start..<end].drop { isBlank($0) }
      guard line.starts(with: "///".utf8) else { break }
      var text = line.dropFirst(3).drop { isBlank($0) }
      while let last = text.last, isBlank(last) { text.removeLast() }
      lines.append(String(decoding: text, as: UTF8.self))
      size += end - start + 1
      end = start
    }
    return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
  }

  /// The words of the comment whose lines end right above the line in which some code begins; empty where there is none.
  static func words(above start: Int, in bytes: [UInt8]) -> String {
    var end = min(start, bytes.count)
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    var lines: [String] = []
    while lines.count < 4, end > 0, bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
      var first = end
      while first > 0, bytes[first - 1] != UInt8(ascii: "\n"), end - first < LoweringCore.textLimit { first -= 1 }
      let line = bytes[first..<end].drop { isBlank($0) }
      guard line.starts(with: "//".utf8), !line.starts(with: "///".utf8) else { break }
      let words = text(line)
      if !words.isEmpty { lines.append(words) }
      end = first
    }
    return lines.reversed().joined(separator: " ")
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "!")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
