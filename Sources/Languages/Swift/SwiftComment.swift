/// Reads what a person wrote in a comment.
enum SwiftComment {
  /// The words behind the sign, trimmed; empty for one that speaks to a tool (`swiftlint:disable`, `MARK:`).
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var words = bytes.drop { isSign($0) || isBlank($0) }
    while let last = words.last, isSign(last) || isBlank(last) { words.removeLast() }
    guard !directives.contains(where: { starts(words, with: $0) }) else { return "" }
    return String(decoding: words, as: UTF8.self)
  }

  /// What starts a comment that tells a tool what to do, in lower case.
  private static let directives: [StaticString] = [
    "swiftlint:", "swiftformat:", "swift-format-", "sourcery:", "mark:", "lacuna:", "periphery:", "sourcekit:",
  ]

  private static func starts(_ bytes: ArraySlice<UInt8>, with mark: StaticString) -> Bool {
    guard bytes.count >= mark.utf8CodeUnitCount else { return false }
    for (offset, byte) in bytes.prefix(mark.utf8CodeUnitCount).enumerated() {
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != mark.utf8Start[offset] { return false }
    }
    return true
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") }
  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  /// The words of a comment behind some code in its line, or in the line above it; nil where neither says anything.
  static func words(beside range: Range<Int>, in bytes: [UInt8]) -> String? {
    guard range.upperBound <= bytes.count else { return nil }
    let slash = UInt8(ascii: "/")
    var end = range.upperBound
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    var start = range.upperBound
    while start < end, isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ")") { start += 1 }
    if start + 1 < end, bytes[start] == slash, bytes[start + 1] == slash {
      let words = text(bytes[start..<end])
      return words.isEmpty ? nil : words
    }
    // What else stands in the line is no comment on this.
    var first = range.lowerBound
    while first > 0, isBlank(bytes[first - 1]), bytes[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    guard first > 0, bytes[first - 1] == UInt8(ascii: "\n") else { return nil }
    var place = range.lowerBound
    guard let line = line(before: &place, in: bytes) else { return nil }
    let above = bytes[line].drop(while: isBlank)
    guard above.count > 2, above.first == slash, above.dropFirst().first == slash else { return nil }
    let words = text(above)
    return words.isEmpty ? nil : words
  }

  /// The comment for documentation that ends right before a place in the text, without its signs; cut at a limit.
  static func documentation(before place: Int, in bytes: [UInt8], limit: Int) -> String? {
    var lines: [Substring] = []
    var end = min(place, bytes.count)
    var budget = limit
    while let line = line(before: &end, in: bytes), budget > 0 {
      let text = String(decoding: bytes[line], as: UTF8.self)
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("///") {
        lines.append(trimmed.dropFirst(3).drop { $0 == " " })
        budget -= line.count
      } else if lines.isEmpty, trimmed.hasSuffix("*/") {
        return block(endingAt: line.upperBound, in: bytes, limit: limit)
      } else {
        break
      }
    }
    let text = lines.reversed().joined(separator: "\n")
    return text.isEmpty ? nil : text
  }

  /// The line that ends before a place, without blanks at its end; nil where only the file's start is there, or an
  /// empty line. What stands before the place in its own line does not count.
  private static func line(before end: inout Int, in bytes: [UInt8]) -> Range<Int>? {
    var at = end
    while at > 0, bytes[at - 1] != UInt8(ascii: "\n") { at -= 1 }
    guard at > 0 else { return nil }
    var last = at - 1
    while last > 0, bytes[last - 1] == UInt8(ascii: "\r") || bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
    var start = last
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    end = start
    return start < last ? start..<last : nil
  }

  private static func block(endingAt end: Int, in bytes: [UInt8], limit: Int) -> String? {
    var start = max(0, end - 2)
    while start > 1, end - start < limit {
      if bytes[start] == UInt8(ascii: "*"), bytes[start - 1] == UInt8(ascii: "/") { break }
      start -= 1
    }
    guard start > 0, bytes[start] == UInt8(ascii: "*"), start + 1 < end, bytes[start + 1] == UInt8(ascii: "*") else {
      return nil
    }
    let lines = String(decoding: bytes[(start + 2)..<max(start + 2, end - 2)], as: UTF8.self).split(separator: "\n")
    let text = lines.map { $0.drop { $0 == " " || $0 == "*" || $0 == "\t" } }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    return text.isEmpty ? nil : text
  }
}
