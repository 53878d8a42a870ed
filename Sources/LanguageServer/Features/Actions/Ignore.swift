import Analysis
import Rules
import SourceText

extension ActionFinder {
  /// Puts a suppression above an entry's line, which takes effect when a person has written the reason. It speaks of the
  /// next line of code, so it can stand nowhere else.
  func ignore(_ placed: PlacedEntry) -> Action? {
    let line = text.line(at: placed.range.lowerBound)
    guard let writer, writer.canTakeComment(above: line) else { return nil }
    let rule = placed.entry.rule
    let isThere = notes(near: placed).contains { note in
      guard case .ignore(rule.rawValue, _) = note.kind else { return false }
      return text.line(at: note.range.lowerBound) == line - 1
    }
    guard !isThere else { return nil }
    return Action(
      kind: .ignore,
      title: "Ignore \(rule.rawValue), with a reason",
      unit: placed.unitName,
      entry: placed,
      edits: [writer.insertion(of: [CommentWriter.ignore(rule)], above: line)]
    )
  }
}
