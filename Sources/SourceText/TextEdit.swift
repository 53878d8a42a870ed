/// A change to a text: the bytes of `range` give way to `replacement`.
package struct TextEdit: Sendable, Equatable {
  package var range: Range<Int>
  package var replacement: [UInt8]

  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  package init(_ range: Range<Int>, _ replacement: String) {
    self.init(range, Array(replacement.utf8))
  }
}

/// A place as tree-sitter counts it: rows end at `\n` alone, columns are bytes, both from 0.
package struct TextPoint: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// What an edit did, as tree-sitter wants to be told of it.
package struct AppliedEdit: Sendable, Equatable {
  package var start: Int
  package var oldEnd: Int
  package var newEnd: Int
  package var startPoint: TextPoint
  package var oldEndPoint: TextPoint
  package var newEndPoint: TextPoint
}

extension SourceText {
  /// Carries an edit out, and says what it did. A range beyond the text is cut to it.
  ///
  /// Reads the inserted bytes and moves what stands behind them; the rest of the text is not looked at. While another
  /// copy of the text is alive, the bytes are copied first: let go of old copies before an edit where that is easy.
  @discardableResult
  package mutating func apply(_ edit: TextEdit) -> AppliedEdit {
    let range = edit.range.clamped(to: 0..<count)
    let newEnd = range.lowerBound + edit.replacement.count
    let startPoint = point(at: range.lowerBound)
    let oldEndPoint = range.isEmpty ? startPoint : point(at: range.upperBound)
    replace(range, with: edit.replacement)
    return AppliedEdit(
      start: range.lowerBound,
      oldEnd: range.upperBound,
      newEnd: newEnd,
      startPoint: startPoint,
      oldEndPoint: oldEndPoint,
      newEndPoint: edit.replacement.isEmpty ? startPoint : point(at: newEnd)
    )
  }

  /// The place of an offset as tree-sitter counts it; an offset beyond the text means its end.
  package func point(at offset: Int) -> TextPoint {
    let offset = min(max(offset, 0), count)
    let line = lines.line(at: offset)
    guard lines.loneReturns > 0 else { return TextPoint(row: line, column: offset - lines.starts[line]) }
    // Rare, and then the cost is a look at each line end above.
    let feeds = lines.starts[...line].dropFirst().filter { bytes[$0 - 1] == UInt8(ascii: "\n") }
    return TextPoint(row: feeds.count, column: offset - (feeds.last ?? 0))
  }
}
