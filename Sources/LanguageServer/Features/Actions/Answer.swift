import Analysis
import Rules
import SourceText

extension ActionFinder {
  /// Ticks the questions on the lines asked about, where an answer stands behind them.
  func answers() -> [Action] {
    guard let writer else { return [] }
    let offset = text.fullLineRange(lines.lowerBound).lowerBound
    // A comment right below a unit's end belongs to the stretch of the one below.
    let around = [offset, min(offset + 1, text.count)].map { writer.notes(around: $0) }
    let notes = around.first { !$0.isEmpty } ?? []
    return notes.filter { touches($0.range) }.compactMap(answer)
  }

  private func answer(_ note: Note) -> Action? {
    guard case .item(let rule, _, isTicked: false, let words) = note.kind, let box = box(of: note) else { return nil }
    let asked = analysis.placedEntries.first { note.isItem(for: $0.entry) && isOpen($0.entry) }
    var action = Action(kind: .answer, title: "Answer: \(rule)", unit: asked?.unitName ?? "", entry: asked)
    if let asked {
      action.edits = [TextEdit(box, "[x]")]
      if !hasAnswer(words, to: asked.entry.question ?? "") {
        action.disabledReason = "Write the answer behind the question first."
      }
    } else {
      action.disabledReason = "The code that this asks about has changed."
    }
    return action
  }

  private func hasAnswer(_ words: String, to question: String) -> Bool {
    var rest = words[...]
    if let found = rest.firstRange(of: question) { rest.removeSubrange(found) }
    return rest.contains { !$0.isWhitespace }
  }

  private func box(of note: Note) -> Range<Int>? {
    text.bytes[note.range.clamped(to: 0..<text.count)].firstRange(of: "[ ]".utf8)
  }
}
