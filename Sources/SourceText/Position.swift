/// A place in a text as a client counts it: both numbers start at 0, and `column` counts the code units of a
/// `PositionEncoding` from the start of the line.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What a column counts. A byte that belongs to no UTF-8 scalar counts as one in each of them.
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
}

extension SourceText {
  /// The byte offset of a position. One past the end of its line means the end of that line, before the line end; a
  /// line past the last means the end of the text; one inside a scalar means the start of that scalar.
  package func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return count }
    let line = lineRange(position.line)
    guard position.column > 0 else { return line.lowerBound }
    guard content != .ascii else { return line.lowerBound + min(position.column, line.count) }
    return bytes.withUnsafeBufferPointer {
      ColumnMeasure(encoding, content).offset(ofColumn: position.column, in: line, of: $0)
    }
  }

  /// The byte range between two positions; empty where they stand the wrong way round.
  package func range(of positions: Range<Position>, in encoding: PositionEncoding) -> Range<Int> {
    let start = offset(of: positions.lowerBound, in: encoding)
    return start..<max(start, offset(of: positions.upperBound, in: encoding))
  }

  /// The position of a byte offset. One beyond the text means its end, one inside a scalar the start of that scalar,
  /// one inside a line end the end of that line.
  ///
  /// For many places of one text, `PositionFinder` does not count the same line over and over.
  package func position(at offset: Int, in encoding: PositionEncoding) -> Position {
    var finder = PositionFinder(self, encoding)
    return finder.position(at: offset)
  }
}

/// Finds the positions of many offsets. Asked in ascending order, it counts each line once, however long it is.
package struct PositionFinder {
  private let text: SourceText
  private let measure: ColumnMeasure
  /// The scalar found last, and its line: counting goes on from there.
  private var last = Position(line: -1, column: 0)
  private var lastOffset = 0
  private var line = 0..<0

  package init(_ text: SourceText, _ encoding: PositionEncoding) {
    self.text = text
    measure = ColumnMeasure(encoding, text.content)
  }

  /// As `SourceText.position(at:in:)`.
  package mutating func position(at offset: Int) -> Position {
    let number = text.lines.line(at: offset)
    if number != last.line || offset < lastOffset {
      line = text.lineRange(number)
      last = Position(line: number, column: 0)
      lastOffset = line.lowerBound
    }
    let offset = min(max(offset, line.lowerBound), line.upperBound)
    guard text.content != .ascii else { return Position(line: number, column: offset - line.lowerBound) }
    let found = text.bytes.withUnsafeBufferPointer {
      measure.units(from: lastOffset, to: offset, lineEnd: line.upperBound, of: $0)
    }
    last.column += found.units
    lastOffset = found.end
    return last
  }
}
