/// Reads what a person wrote in a comment.
enum CSharpComment {
  /// The words between the signs, trimmed; empty for one that speaks to a tool.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var words = bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") || isBlank($0) }
    while let last = words.last, last == UInt8(ascii: "/") || last == UInt8(ascii: "*") || isBlank(last) {
      words.removeLast()
    }
    guard !directives.contains(where: { starts(words, with: $0) }) else { return "" }
    return String(decoding: words.prefix(LoweringCore.textLimit), as: UTF8.self)
  }

  /// What starts a comment that tells a tool what to do, in lower case.
  private static let directives: [StaticString] = ["resharper", "lacuna:", "nosonar", "csharpier-", "stylecop"]

  private static func starts(_ bytes: ArraySlice<UInt8>, with mark: StaticString) -> Bool {
    guard bytes.count >= mark.utf8CodeUnitCount else { return false }
    for (offset, byte) in bytes.prefix(mark.utf8CodeUnitCount).enumerated() {
      let lower = CSharpText.isUpper(byte) ? byte | 0x20 : byte
      if lower != mark.utf8Start[offset] { return false }
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  /// The documentation in the lines above an offset, without signs and tags; nil where none stands there.
  static func documentation(above offset: Int, in bytes: [UInt8]) -> String? {
    var lines: [ArraySlice<UInt8>] = []
    var end = min(offset, bytes.count)
    // To the start of the line at hand.
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") {
      guard isBlank(bytes[end - 1]) else { return nil }
      end -= 1
    }
    while end > 0, lines.count < 60 {
      var start = end - 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      let line = bytes[start..<max(start, end - 1)].drop(while: isBlank)
      guard line.starts(with: "///".utf8) else { break }
      lines.append(line.dropFirst(3))
      end = start
    }
    guard !lines.isEmpty else { return nil }
    let text = withoutTags(lines.reversed())
    return text.isEmpty ? nil : text
  }

  private static func withoutTags(_ lines: [ArraySlice<UInt8>]) -> String {
    var text: [UInt8] = []
    var isInTag = false
    for line in lines where text.count < 2_000 {
      var lineText: [UInt8] = []
      for byte in line {
        switch byte {
        case UInt8(ascii: "<"): isInTag = true
        case UInt8(ascii: ">") where isInTag: isInTag = false
        default: if !isInTag { lineText.append(byte) }
        }
      }
      let trimmed = lineText.drop(while: isBlank)
      guard !trimmed.isEmpty else { continue }
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: trimmed)
      while let last = text.last, isBlank(last) { text.removeLast() }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
