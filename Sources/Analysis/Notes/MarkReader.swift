/// Reads suppressions that are code: attributes with a reason, and annotations with a comment behind them.
enum MarkReader {
  /// - Parameter comments: byte ranges in the text, in reading order.
  static func notes(in bytes: [UInt8], comments: [Range<Int>]) -> [Note] {
    attributes(in: bytes) + annotations(in: bytes, comments)
  }

  // MARK: - `#[allow(clippy::let_underscore_must_use, reason = "…")]`, `[SuppressMessage(…, Justification = "…")]`

  private static let words: [(start: [UInt8], reason: [UInt8])] = [
    (Array("#[allow(".utf8), Array("reason".utf8)), (Array("#[expect(".utf8), Array("reason".utf8)),
    (Array("[SuppressMessage(".utf8), Array("Justification".utf8)),
  ]

  private static func attributes(in bytes: [UInt8]) -> [Note] {
    var notes: [Note] = []
    let bracket = UInt8(ascii: "[")
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at + 10 < buffer.count {
        // Brackets that open an attribute stand at the start of what is written on their line.
        guard buffer[at] == bracket else {
          at += 1
          continue
        }
        let start = at > 0 && buffer[at - 1] == UInt8(ascii: "#") ? at - 1 : at
        let rest = UnsafeBufferPointer(rebasing: buffer[start...])
        if let word = words.first(where: { rest.starts(with: $0.start) }) {
          let end = rest.prefix(600).firstIndex(of: UInt8(ascii: "]")) ?? 0
          let text = String(decoding: rest.prefix(end), as: UTF8.self)
          if let reason = quoted(behind: String(decoding: word.reason, as: UTF8.self), in: text), reason.count >= 8 {
            notes.append(Note(kind: .mark(names: text, reason: reason), range: start..<(start + end)))
          }
        }
        at += 1
      }
    }
    return notes
  }

  private static func quoted(behind word: String, in text: String) -> String? {
    guard let found = text.firstRange(of: word) else { return nil }
    let rest = text[found.upperBound...].drop { $0 == " " || $0 == "=" }
    guard rest.first == "\"" else { return nil }
    return String(rest.dropFirst().prefix { $0 != "\"" })
  }

  // MARK: - `@SuppressWarnings("EmptyCatchBlock") // the probe may fail`

  private static let annotations = ["@SuppressWarnings(", "@Suppress(", "#pragma warning disable"]

  private static func annotations(in bytes: [UInt8], _ comments: [Range<Int>]) -> [Note] {
    var notes: [Note] = []
    for comment in comments where comment.lowerBound > 4 && comment.upperBound <= bytes.count {
      let before = bytes[..<comment.lowerBound].suffix(200)
      let line = before[((before.lastIndex(of: UInt8(ascii: "\n")) ?? before.startIndex - 1) + 1)...].drop {
        $0 == 32 || $0 == 9
      }
      guard let first = line.first, first == UInt8(ascii: "@") || first == UInt8(ascii: "#") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      guard annotations.contains(where: { text.hasPrefix($0) }) else { continue }
      let words = String(decoding: bytes[comment].prefix(400), as: UTF8.self)
        .drop { $0 == "/" || $0 == "*" || $0 == " " }.trimmed
      guard words.count >= 8 else { continue }
      notes.append(Note(kind: .mark(names: text, reason: words), range: comment))
    }
    return notes
  }
}
