import Analysis
import Languages
import Rules
import SourceText

/// Writes comments as the file does: whole lines, with the indentation of the code below and the file's line ends.
/// Lines are put in at column 0, which even clients that count columns in their own way get right.
///
/// Remembers what it found out of the text: it is made for one question about it.
final class CommentWriter {
  private let document: LiveDocument
  private let sign: String
  private let ending: String
  private var places: [Int: Bool] = [:]
  private var notes: [Int: [Note]] = [:]

  /// Nil for a document whose language has no such comments, or is not known.
  init?(_ document: LiveDocument) {
    guard let syntax = document.commentSyntax, !syntax.line.isEmpty else { return nil }
    self.document = document
    sign = syntax.line
    ending = document.text.dominantLineEnding.rawValue
  }

  private var text: SourceText { document.text }

  /// The number of the line above which a comment about an offset can stand: its own, or, where that is inside of a
  /// string or the like, the closest above that can take one.
  ///
  /// - Parameter first: how far up to look.
  func line(forCommentAbove offset: Int, from first: Int) -> Int? {
    let own = text.line(at: offset)
    guard first <= own else { return nil }
    return (max(first, own - 200)...own).reversed().first(where: canTakeComment)
  }

  /// Whether a comment right above a line is one.
  func canTakeComment(above line: Int) -> Bool {
    if let known = places[line] { return known }
    let words = Array(comment("lacuna: x", above: line).utf8)
    let canTake = document.canTakeComment(words, at: text.fullLineRange(line).lowerBound)
    places[line] = canTake
    return canTake
  }

  /// What people wrote around an offset.
  func notes(around offset: Int) -> [Note] {
    if let known = notes[offset] { return known }
    let found = document.notes(around: offset)
    notes[offset] = found
    return found
  }

  /// A line with its end.
  private func comment(_ words: String, above line: Int) -> String {
    let words = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(text.string(in: text.indentation(ofLine: line)))\(sign) \(words)\(ending)"
  }

  /// Puts lines of comment above a line of the text.
  func insertion(of words: [String], above line: Int) -> TextEdit {
    let start = text.fullLineRange(line).lowerBound
    return TextEdit(start..<start, words.map { comment($0, above: line) }.joined())
  }

  /// What stands behind the comment sign on a line; nil where the line is no comment.
  func words(onLine line: Int) -> String? {
    let bytes = text.string(in: text.lineRange(line))
    let content = bytes.drop { $0 == " " || $0 == "\t" }
    guard content.hasPrefix(sign) else { return nil }
    return String(content.dropFirst(sign.count).drop { $0 == " " || $0 == "\t" })
  }

  static func header(_ unit: String) -> String { "lacuna: \(unit)" }

  static func item(_ entry: Entry, _ question: String) -> String {
    "- [ ] \(entry.rule.rawValue) (\(entry.tag)): \(question)"
  }

  static func ignore(_ rule: RuleID) -> String { "lacuna: ignore \(rule.rawValue): \(Note.missingReason)" }
}
