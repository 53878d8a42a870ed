/// Source with caret lines, taken apart into the source alone and what the carets expect. `RuleExample` says how they
/// are written.
package struct MarkedSource: Sendable {
  package var source: String
  package var marks: [Mark]

  package struct Mark: Hashable, Sendable, CustomStringConvertible {
    /// One-based line in the source without caret lines.
    package var line: Int
    /// Bytes from the start of the line; an entry that goes on below the line ends, for this, at the line's end.
    package var columns: Range<Int>
    /// `flagged`, `flagged high`, `checked`, `unverified`.
    package var outcome: String

    package init(line: Int, columns: Range<Int>, outcome: String) {
      self.line = line
      self.columns = columns
      self.outcome = outcome
    }

    package var description: String { "\(line):\(columns.lowerBound)-\(columns.upperBound) \(outcome)" }
  }

  package init(_ text: String) {
    var lines: [Substring] = []
    marks = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = MarkedSource.mark(in: line, line: lines.count) {
        marks.append(mark)
      } else {
        lines.append(line)
      }
    }
    source = lines.joined(separator: "\n") + "\n"
  }

  private static func mark(in line: Substring, line number: Int) -> Mark? {
    guard number > 0, let first = line.firstIndex(of: "^") else { return nil }
    let before = line[..<first].trimmingPrefix { $0 == " " }
    guard before.allSatisfy({ "#/ ".contains($0) }), before.count <= 3 else { return nil }
    let rest = line[first...]
    let carets = rest.prefix { $0 == "^" }
    let outcome = String(rest.dropFirst(carets.count).drop { $0 == " " })
    guard ["flagged", "checked", "unverified"].contains(where: { outcome.hasPrefix($0) }) else { return nil }
    let start = line[..<first].utf8.count
    return Mark(line: number, columns: start..<(start + carets.utf8.count), outcome: outcome)
  }
}
