import Analysis
import Behaviour
import Review
import Rules
import SourceText
import Workspace

extension ActionFinder {
  /// Puts a unit's worst questions above it, its decorators included; where such a list stands already, what is missing
  /// in it is added and what nobody can answer any more is taken out.
  func insertChecklist(_ unit: AnalyzedUnit) -> Action? {
    guard let writer else { return nil }
    let open = unit.entries.filter { isOpen($0) && $0.question != nil }
    guard let worst = open.min(by: isWorse) else { return nil }
    let notes = notes(near: PlacedEntry(entry: worst, start: unit.start, unit: unit))
    let asked = notes.filter { note in unit.entries.contains { note.isItem(for: $0) } }
    let new = open.filter { entry in !notes.contains { $0.isItem(for: entry) } }.sorted(by: isWorse)
    let free = document.configuration.questionsPerUnit - asked.count { $0.isUnticked }
    let items = new.prefix(max(0, free)).map { CommentWriter.item($0, $0.question ?? "") }

    let name = unit.unit.qualifiedName
    let target = unit.unit.kind == .module ? worst.range.lowerBound : 0
    let top = unit.unit.kind == .module ? 0 : max(0, text.line(at: unit.start) - 200)
    guard let line = writer.line(forCommentAbove: unit.start + target, from: top) else { return nil }
    var edits: [TextEdit] = []
    var verb = "Insert"
    if let list = list(of: name, above: line, writer) {
      edits = notes.filter { list.contains(text.line(at: $0.range.lowerBound)) && isOutdated($0, in: unit) }.map(
        removal
      )
      verb = "Update"
      if !items.isEmpty { edits.append(writer.insertion(of: items, above: list.upperBound)) }
    } else if !items.isEmpty {
      edits = [writer.insertion(of: [CommentWriter.header(name)] + items, above: line)]
    }
    guard !edits.isEmpty else { return nil }
    return Action(kind: .checklist, title: "\(verb) checklist for \(unit.displayName)", unit: name, edits: edits)
  }

  /// What it costs to be wrong comes first; then what is known to be missing.
  private func isWorse(_ a: Entry, _ b: Entry) -> Bool {
    let ranks = (a.rank, b.rank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return Entry.comesFirst(a, b)
  }

  /// The lines of a unit's checklist right above a line, its header first.
  private func list(of name: String, above line: Int, _ writer: CommentWriter) -> Range<Int>? {
    var start = line
    while start > 0, let words = writer.words(onLine: start - 1) {
      start -= 1
      if words == CommentWriter.header(name) { return start..<line }
    }
    return nil
  }

  /// A question that nobody answered, about code that is not there any more. With an answer it stays: somebody wrote it.
  private func isOutdated(_ note: Note, in unit: AnalyzedUnit) -> Bool {
    guard case .item(_, _, isTicked: false, let words) = note.kind else { return false }
    return words.hasSuffix("?") && !unit.entries.contains { note.isItem(for: $0) }
  }

  private func removal(of note: Note) -> TextEdit {
    let first = text.fullLineRange(text.line(at: note.range.lowerBound))
    let last = text.fullLineRange(text.line(at: max(note.range.lowerBound, note.range.upperBound - 1)))
    return TextEdit(first.lowerBound..<max(first.upperBound, last.upperBound), "")
  }
}

extension Note {
  fileprivate var isUnticked: Bool {
    if case .item(_, _, let isTicked, _) = kind { !isTicked } else { false }
  }
}
