import SourceText

/// The lines that an entry speaks of, with marks under them.
struct Excerpt {
  let text: String

  /// Longer lines are cut. In characters.
  private static let widthLimit = 160
  /// More evidence than this is in the JSON report.
  private static let evidenceLimit = 4

  init(of entry: ReviewReport.Entry, in source: SourceText, style: TextStyle) {
    var marks: [Mark] = [Mark(range: entry.range, note: "", isMain: true)]
    for evidence in entry.evidence.prefix(Excerpt.evidenceLimit) where evidence.range != entry.range {
      marks.append(Mark(range: evidence.range, note: evidence.note, isMain: false))
    }
    marks.sort { ($0.range.startLine, $0.range.startColumn) < ($1.range.startLine, $1.range.startColumn) }
    let width = String(marks.map(\.range.startLine).max() ?? 1).count
    var out = ""
    var shown = 0
    for mark in marks {
      let number = mark.range.startLine
      let line = Excerpt.line(number, of: source)
      if number != shown {
        if shown != 0, number > shown + 1 {
          out += "    " + style.dim(String(repeating: " ", count: width) + " ⋮") + "\n"
        }
        let label = String(repeating: " ", count: width - String(number).count) + String(number)
        out += "    " + style.dim("\(label) │ ") + line.text + "\n"
        shown = number
      }
      out +=
        "    " + style.dim(String(repeating: " ", count: width) + " │ ") + mark.underline(line, style: style) + "\n"
    }
    text = out
  }

  private struct Line {
    /// Tabs as two spaces.
    var text: String
    /// As written.
    var raw: String
  }

  private struct Mark {
    var range: ReportRange
    var note: String
    var isMain: Bool

    func underline(_ line: Line, style: TextStyle) -> String {
      let units = line.raw.utf16.count
      let from = min(max(0, range.startColumn - 1), units)
      let to = range.endLine == range.startLine ? min(max(from, range.endColumn - 1), units) : units
      let lead = Mark.width(line.raw, 0..<from)
      let length = max(1, Mark.width(line.raw, from..<to))
      let sign = String(repeating: isMain ? "^" : "-", count: min(length, Excerpt.widthLimit))
      let marked = String(repeating: " ", count: min(lead, Excerpt.widthLimit)) + sign
      return (isMain ? style.red(marked) : style.cyan(marked)) + (note.isEmpty ? "" : " " + style.cyan(note))
    }

    /// How many columns a stretch of UTF-16 code units takes up on a screen, near enough.
    private static func width(_ text: String, _ range: Range<Int>) -> Int {
      var width = 0
      var at = 0
      for character in text {
        let next = at + character.utf16.count
        if at >= range.upperBound { break }
        if next > range.lowerBound { width += character == "\t" ? 2 : 1 }
        at = next
      }
      return width
    }
  }

  private static func line(_ number: Int, of source: SourceText) -> Line {
    guard number >= 1, number <= source.lineCount else { return Line(text: "", raw: "") }
    let raw = String(source.string(in: source.lineRange(number - 1)).prefix(widthLimit))
    var text = ""
    // Nothing in a file may move the cursor or change the colour.
    for scalar in raw.unicodeScalars {
      if scalar == "\t" {
        text += "  "
      } else if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
        text += "�"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return Line(text: text, raw: raw)
  }
}
