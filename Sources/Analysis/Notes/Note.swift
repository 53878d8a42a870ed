/// What a person wrote to Lacuna in a comment.
package struct Note: Sendable, Hashable {
  package var kind: Kind
  /// Bytes of the comment, or of its line that holds the note.
  package var range: Range<Int>

  package enum Kind: Sendable, Hashable {
    /// `- [ ] rule (tag): question` under a line `lacuna: unit`.
    case item(rule: String, tag: String, isTicked: Bool, text: String)
    /// `lacuna: ignore rule: reason`.
    case ignore(rule: String, reason: String)
    /// Another tool's suppression that gives a reason (`noqa: E722 - the probe may fail`). Speaks of its own line, or of
    /// the next.
    case elsewhere(reason: String, isForNextLine: Bool)
    /// The same as a mark on a declaration (`@SuppressWarnings("EmptyCatch") // the probe may fail`); `names` are what
    /// it silences, as written.
    case mark(names: String, reason: String)
  }
}

extension Note {
  /// Stands where a person is to write the reason; as long as it does, there is none.
  package static let missingReason = "<reason>"
}

/// Reads notes out of comments.
enum NoteReader {
  /// - Parameter comments: byte ranges in the text, in reading order.
  static func notes(in comments: [Range<Int>], of bytes: [UInt8]) -> [Note] {
    var notes = MarkReader.notes(in: bytes, comments: comments)
    guard comments.contains(where: { mayHoldNote(bytes[$0.clamped(to: 0..<bytes.count)]) }) else { return notes }
    var isInChecklist = false
    var previousEnd = 0
    for comment in comments {
      // A checklist goes on from comment to comment while nothing but white space stands between them.
      if !bytes[min(previousEnd, comment.lowerBound)..<comment.lowerBound].allSatisfy(isSpace) { isInChecklist = false }
      previousEnd = comment.upperBound
      for line in lines(of: comment, in: bytes) {
        read(line, of: bytes, isInChecklist: &isInChecklist, into: &notes)
      }
    }
    return notes
  }

  /// Words by which a note is known, by their first byte: comments are many, notes are few, so each comment is gone
  /// through once.
  private static let words: [UInt8: [[UInt8]]] = Dictionary(
    grouping: [
      "lacuna:", "noqa", "nolint", "nosec", "-disable", "NOSONAR", "pylint:", "biome-ignore", "rubocop:", "swiftlint:",
      "phpcs:", "phpstan-", "ReSharper",
    ].map {
      Array($0.utf8)
    },
    by: { $0[0] }
  )

  private static let firstBytes: [Bool] = (0...255).map { words[UInt8($0)] != nil }

  private static func mayHoldNote(_ comment: ArraySlice<UInt8>) -> Bool {
    comment.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where firstBytes[Int(bytes[index])] {
        let rest = UnsafeBufferPointer(rebasing: bytes[index...])
        if words[bytes[index]]?.contains(where: { rest.starts(with: $0) }) == true { return true }
      }
      return false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private struct Line {
    var range: Range<Int>
    var text: String
  }

  /// The lines of a comment, without comment signs and white space around them.
  private static func lines(of comment: Range<Int>, in bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = comment.lowerBound
    let end = min(comment.upperBound, bytes.count)
    while start < end {
      let stop = bytes[start..<end].firstIndex { $0 == 10 || $0 == 13 } ?? end
      let text = String(decoding: bytes[start..<stop].prefix(2_000), as: UTF8.self)
      lines.append(Line(range: start..<stop, text: stripped(text)))
      start = stop + 1
    }
    return lines
  }

  private static func stripped(_ line: String) -> String {
    var text = Substring(line).drop { $0.isWhitespace }
    for sign in ["#!", "///", "//", "/**", "/*", "*/", "#", "--", ";", "<!--"] where text.hasPrefix(sign) {
      text = text.dropFirst(sign.count)
      break
    }
    // The star of a block comment's lines, not that of a list.
    if text.hasPrefix("* ") { text = text.dropFirst(2) }
    for sign in ["*/", "-->"] where text.hasSuffix(sign) { text = text.dropLast(sign.count) }
    return String(text).trimmed
  }

  private static func read(
    _ line: Line,
    of bytes: [UInt8],
    isInChecklist: inout Bool,
    into notes: inout [Note]
  ) {
    if line.text.hasPrefix("lacuna:") {
      let rest = line.text.dropFirst("lacuna:".count).trimmed
      if rest.hasPrefix("ignore "), let ignore = ignore(rest.dropFirst("ignore ".count).trimmed) {
        isInChecklist = false
        notes.append(Note(kind: ignore, range: line.range))
      } else {
        isInChecklist = true
      }
      return
    }
    if isInChecklist {
      if let item = item(line.text) {
        notes.append(Note(kind: item, range: line.range))
        return
      }
      // A formatter may have wrapped an item: what follows belongs to it.
      if !line.text.isEmpty, case .item(let rule, let tag, let isTicked, let text)? = notes.last?.kind,
        let range = notes.last?.range
      {
        notes[notes.count - 1] = Note(
          kind: .item(rule: rule, tag: tag, isTicked: isTicked, text: text + " " + line.text),
          range: range.lowerBound..<line.range.upperBound
        )
        return
      }
      isInChecklist = false
    }
    // `lacuna:` may also follow other words of a trailing comment.
    if let rest = line.text.behind("lacuna: ignore "), let ignore = ignore(rest.trimmed) {
      notes.append(Note(kind: ignore, range: line.range))
    } else if let note = OtherTools.suppression(in: line.text) {
      notes.append(Note(kind: note, range: line.range))
    }
  }

  private static func ignore(_ text: String) -> Note.Kind? {
    let rule = text.prefix { $0.isLetter || $0 == "-" }
    guard !rule.isEmpty else { return nil }
    let rest = text.dropFirst(rule.count).trimmed
    let reason = rest.hasPrefix(":") ? rest.dropFirst().trimmed : ""
    return .ignore(rule: String(rule), reason: reason == Note.missingReason ? "" : reason)
  }

  private static func item(_ text: String) -> Note.Kind? {
    let isTicked = text.hasPrefix("- [x] ") || text.hasPrefix("- [X] ")
    guard isTicked || text.hasPrefix("- [ ] ") else { return nil }
    let rest = text.dropFirst(6).trimmed
    let rule = rest.prefix { $0.isLetter || $0 == "-" }
    let behind = rest.dropFirst(rule.count).trimmed
    guard !rule.isEmpty, behind.hasPrefix("("), let close = behind.firstIndex(of: ")") else { return nil }
    let tag = behind[behind.index(after: behind.startIndex)..<close]
    let text = behind[behind.index(after: close)...].trimmed
    return .item(
      rule: String(rule),
      tag: String(tag),
      isTicked: isTicked,
      text: text.hasPrefix(":") ? text.dropFirst().trimmed : text
    )
  }
}

/// Suppressions of other tools: with a reason, they say that a person has thought of the place.
enum OtherTools {
  static func suppression(in comment: String) -> Note.Kind? {
    for sign in signs {
      guard let rest = comment.behind(sign.word) else { continue }
      guard let reason = reason(in: rest) ?? sign.bareReason(rest), reason.count >= 8 else { return nil }
      return .elsewhere(reason: reason, isForNextLine: sign.isForNextLine)
    }
    return nil
  }

  private struct Sign {
    let word: String
    var isForNextLine = false
    /// What stands behind the sign is the reason, with or without a mark before it.
    var takesWords = false
    /// What stands behind a colon is.
    var takesColon = false

    func bareReason(_ rest: Substring) -> String? {
      if takesWords {
        let words = rest.drop { $0 == ":" || $0 == " " || $0 == "(" || $0 == "-" }.trimmed
        return words.contains(" ") ? words : nil
      }
      guard takesColon, let colon = rest.firstIndex(of: ":") else { return nil }
      return rest[rest.index(after: colon)...].trimmed
    }
  }

  private static let signs: [Sign] = [
    Sign(word: "eslint-disable-next-line", isForNextLine: true), Sign(word: "eslint-disable-line"),
    Sign(word: "eslint-disable", isForNextLine: true),
    Sign(word: "noqa"), Sign(word: "nolint"), Sign(word: "pylint: disable"), Sign(word: "pylint:disable"),
    Sign(word: "NOSONAR", takesWords: true), Sign(word: "nosec"),
    Sign(word: "biome-ignore", isForNextLine: true, takesColon: true),
    Sign(word: "rubocop:disable"), Sign(word: "rubocop:todo"),
    Sign(word: "swiftlint:disable:next", isForNextLine: true), Sign(word: "swiftlint:disable:this"),
    Sign(word: "swiftlint:disable", isForNextLine: true),
    Sign(word: "phpcs:ignore", isForNextLine: true), Sign(word: "phpstan-ignore-next-line", isForNextLine: true),
    Sign(word: "phpstan-ignore"),
    Sign(word: "ReSharper disable once", isForNextLine: true),
  ]

  /// What follows a dash, or a second comment sign.
  private static func reason(in text: Substring) -> String? {
    for mark in [" -- ", " - ", " – ", " — ", " // ", " # "] {
      if let found = text.firstRange(of: mark) { return text[found.upperBound...].trimmed }
    }
    return nil
  }
}

extension String {
  /// What stands behind the first place of a word; nil where there is none. Comments are many: bytes are compared, not
  /// characters.
  fileprivate func behind(_ word: String) -> Substring? {
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word -> Int? in
        guard let first = word.first, text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first { start in
          text[start] == first && (1..<word.count).allSatisfy { text[start + $0] == word[$0] }
        }
      }
    }
    guard case .some(.some(.some(let offset))) = found else { return nil }
    return self[utf8.index(startIndex, offsetBy: offset + word.utf8.count)...]
  }
}

extension StringProtocol {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
