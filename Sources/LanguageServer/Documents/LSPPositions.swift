import LanguageServerProtocol
import SourceText

extension PositionEncoding {
  /// The first of the client's that is known; UTF-16 where it says nothing.
  init(chosenFrom offered: [PositionEncodingKind]) {
    self = offered.lazy.compactMap { PositionEncoding(rawValue: $0.rawValue) }.first ?? .utf16
  }

  var kind: PositionEncodingKind { PositionEncodingKind(rawValue: rawValue) }
}

extension Position {
  init(_ position: LSPPosition) { self.init(line: position.line, column: position.character) }
}

extension LSPPosition {
  init(_ position: Position) { self.init(line: position.line, character: position.column) }
}

extension SourceText {
  /// The byte offset of a client's position, cut to the text.
  func offset(of position: LSPPosition, in encoding: PositionEncoding) -> Int {
    offset(of: Position(position), in: encoding)
  }

  /// The bytes of a client's range. Where its end stands before its start, what lies between them.
  func bytes(of range: LSPRange, in encoding: PositionEncoding) -> Range<Int> {
    let start = offset(of: min(range.start, range.end), in: encoding)
    return start..<max(start, offset(of: max(range.start, range.end), in: encoding))
  }

  /// As a client counts; for many places of one text, `RangeFinder`.
  func lspRange(of bytes: Range<Int>, in encoding: PositionEncoding) -> LSPRange {
    LSPRange(
      start: LSPPosition(position(at: bytes.lowerBound, in: encoding)),
      end: LSPPosition(position(at: bytes.upperBound, in: encoding))
    )
  }
}

/// Turns many byte ranges of one text into a client's. Asked in ascending order, it counts each line once.
struct RangeFinder {
  private var starts: PositionFinder
  private var ends: PositionFinder

  init(_ text: SourceText, _ encoding: PositionEncoding) {
    starts = PositionFinder(text, encoding)
    ends = starts
  }

  mutating func range(of bytes: Range<Int>) -> LSPRange {
    LSPRange(
      start: LSPPosition(starts.position(at: bytes.lowerBound)),
      end: LSPPosition(ends.position(at: bytes.upperBound))
    )
  }
}
