/// A text as the bytes it is made of, with an index of its lines.
///
/// Any bytes are a text. Where they are not UTF-8, each byte that belongs to no scalar counts as one code unit in every
/// position encoding, so that a position exists for every place of every file.
///
/// A value: copying shares the storage, and an edit to one copy is never seen by another.
package struct SourceText: Sendable {
  package private(set) var bytes: [UInt8]
  private(set) var lines: LineIndex
  /// What is known of the bytes, kept through edits, so that columns need not be counted where they can be told.
  private(set) var content: TextContent

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    (lines, content) = bytes.withUnsafeBufferPointer { (LineIndex(of: $0), TextContent(of: $0)) }
  }

  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// In bytes.
  package var count: Int { bytes.count }

  /// At least 1: what follows the last line end is a line too, even if it is empty.
  package var lineCount: Int { lines.starts.count }

  /// The bytes of a range as text; what is not UTF-8 reads as U+FFFD. A range beyond the text is cut to it.
  package func string(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self)
  }

  /// `range` must lie inside the text: `apply(_:)` sees to that.
  mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    let kept = content.afterReplacing(range, of: bytes, with: replacement)
    lines.replace(range, length: replacement.count, of: &bytes) { $0.replaceSubrange(range, with: replacement) }
    content = kept
  }
}

extension SourceText: Equatable {
  package static func == (left: SourceText, right: SourceText) -> Bool { left.bytes == right.bytes }
}
