import Analysis
import Behaviour
import Rules
import SourceText

extension ActionFinder {
  /// Puts an entry's question above its line, unless it has been asked already.
  func insertQuestion(_ placed: PlacedEntry) -> Action? {
    let entry = placed.entry
    guard let writer, let question = entry.question else { return nil }
    let notes = notes(near: placed)
    guard !notes.contains(where: { $0.isItem(for: entry) }),
      let line = writer.line(forCommentAbove: placed.range.lowerBound, from: placed.firstLine(in: text))
    else { return nil }
    var words = [CommentWriter.item(entry, question)]
    if !notes.contains(where: { $0.isItem && text.line(at: $0.range.upperBound) == line - 1 }) {
      words.insert(CommentWriter.header(placed.unit?.unit.qualifiedName ?? document.path), at: 0)
    }
    return Action(
      kind: .question,
      title: "Insert question: \(entry.rule.rawValue)",
      unit: placed.unitName,
      entry: placed,
      edits: [writer.insertion(of: words, above: line)]
    )
  }
}

extension PlacedEntry {
  /// The first line of what it belongs to: a comment further up would be about something else.
  func firstLine(in text: SourceText) -> Int {
    guard let unit, unit.unit.kind != .module else { return 0 }
    return text.line(at: unit.start)
  }
}

extension Note {
  /// Whether it is one of a checklist.
  var isItem: Bool {
    if case .item = kind { true } else { false }
  }
}
