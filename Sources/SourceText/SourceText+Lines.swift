/// How a line ends.
package enum LineEnding: String, Sendable, CaseIterable {
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"
  case carriageReturn = "\r"
}

extension SourceText {
  /// The number, from 0, of the line that holds an offset. One beyond the text is in its last line.
  package func line(at offset: Int) -> Int { lines.line(at: offset) }

  /// The bytes of a line without its line end. A line past the last is empty and stands at the end of the text.
  package func lineRange(_ line: Int) -> Range<Int> {
    let full = fullLineRange(line)
    var end = full.upperBound
    // What follows the last line end is a line without one, so only a line that is not the last has one to drop.
    guard line < lineCount - 1, end > full.lowerBound else { return full }
    end -= 1
    if bytes[end] == UInt8(ascii: "\n"), end > full.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return full.lowerBound..<end
  }

  /// The bytes of a line with its line end. A line past the last is empty and stands at the end of the text.
  package func fullLineRange(_ line: Int) -> Range<Int> {
    guard line < lineCount else { return count..<count }
    let line = max(0, line)
    return lines.starts[line]..<(line + 1 < lineCount ? lines.starts[line + 1] : count)
  }

  /// The spaces and tabs that a line begins with.
  package func indentation(ofLine line: Int) -> Range<Int> {
    let range = lineRange(line)
    let end = bytes[range].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// How most lines end; the first of `LineEnding.allCases` where as many end in another way, or none ends at all.
  package var dominantLineEnding: LineEnding {
    var ending = LineEnding.lineFeed
    var most = 0
    let counts = lineEndingCounts
    for candidate in LineEnding.allCases {
      let number = counts[candidate, default: 0]
      if number > most { (ending, most) = (candidate, number) }
    }
    return ending
  }

  private var lineEndingCounts: [LineEnding: Int] {
    let ended = lineCount - 1
    var pairs = 0
    for start in lines.starts.dropFirst() where start > 1 && bytes[start - 1] == UInt8(ascii: "\n") {
      if bytes[start - 2] == UInt8(ascii: "\r") { pairs += 1 }
    }
    return [
      .lineFeed: ended - pairs - lines.loneReturns,
      .carriageReturnLineFeed: pairs,
      .carriageReturn: lines.loneReturns,
    ]
  }
}
