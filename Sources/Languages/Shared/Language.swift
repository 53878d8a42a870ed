package import Behaviour
package import TreeSitter

/// One language: its grammar, what its files are called, how its comments look, and its lowering.
package protocol Language: Sendable {
  var id: LanguageID { get }
  var grammar: Grammar { get }
  var comments: CommentSyntax { get }
  /// Its words and habits, for rules and what they say.
  var facts: LanguageFacts { get }
  /// Endings of its files' names, in lower case, without the dot.
  var fileExtensions: [String] { get }
  /// Programs that a script's first line names when it is in this language, without a version (`python`, `node`).
  var interpreters: [String] { get }
  /// What editors call it, and its dialects that are read alike (`typescriptreact`).
  var editorIDs: [String] { get }
  /// For each kind's number of the grammar, whether its nodes are left out of the flat tree: bare punctuation.
  var skippedKinds: [Bool] { get }
  /// What stands where in a file. Total: a damaged file has an outline too, of what could be read.
  func outline(of source: Source) -> Outline
  /// The unit at a span of that outline. Touches only the syntax of that unit.
  func lower(_ span: UnitSpan, of source: Source, in outline: Outline) -> Unit
}

package enum LanguageID: String, Sendable, CaseIterable {
  case csharp, go, java, javascript, typescript, tsx, kotlin, php, python, ruby, rust, swift

  /// The name in reports and in knowledge data: dialects share one.
  package var family: String { self == .tsx ? "typescript" : rawValue }
}

/// A text and its parse. Offsets in the syntax are offsets in the bytes.
package struct Source: Sendable {
  package let path: String
  package let bytes: [UInt8]
  package let syntax: SyntaxTree

  package init(path: String, bytes: [UInt8], syntax: SyntaxTree) {
    self.path = path
    self.bytes = bytes
    self.syntax = syntax
  }

  /// The text of a byte range, empty where the range is not inside of the text; broken UTF-8 is repaired.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  package func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return [] }
    return bytes[range]
  }
}

package struct CommentSyntax: Sendable, Hashable {
  /// What starts a comment to the end of the line.
  package var line: String
  /// What opens and closes a comment that may span lines.
  package var block: (open: String, close: String)?

  package init(line: String, block: (open: String, close: String)? = nil) {
    self.line = line
    self.block = block
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.line == b.line && a.block?.open == b.block?.open && a.block?.close == b.block?.close
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(block?.open)
  }
}
