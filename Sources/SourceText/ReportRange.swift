/// A range as reports name it: lines and columns from 1, columns in UTF-16 code units, the end exclusive.
package struct ReportRange: Hashable, Sendable {
  package var startLine: Int
  package var startColumn: Int
  package var endLine: Int
  package var endColumn: Int

  package init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// Turns byte ranges of one text into report ranges. Asked in ascending order, it counts each line once.
package struct ReportRangeFinder {
  private var starts: PositionFinder
  private var ends: PositionFinder
  /// A byte order mark is no part of the text that an editor shows, so it takes up no column.
  private let markColumns: Int

  package init(_ text: SourceText) {
    starts = PositionFinder(text, .utf16)
    ends = starts
    markColumns = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
  }

  /// A range beyond the text is cut to it.
  package mutating func range(of bytes: Range<Int>) -> ReportRange {
    let start = reported(starts.position(at: bytes.lowerBound))
    let end = reported(ends.position(at: bytes.upperBound))
    return ReportRange(startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  private func reported(_ position: Position) -> Position {
    let column = position.line == 0 ? max(0, position.column - markColumns) : position.column
    return Position(line: position.line + 1, column: column + 1)
  }
}

extension SourceText {
  /// One range; for many, `ReportRangeFinder`.
  package func reportRange(of bytes: Range<Int>) -> ReportRange {
    var finder = ReportRangeFinder(self)
    return finder.range(of: bytes)
  }
}
