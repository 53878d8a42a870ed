import Analysis
import Behaviour
import LanguageServerProtocol
import Review
import Rules
import SourceText

/// Finds what can be done at some lines of a document.
struct ActionFinder {
  let document: OpenDocument
  let analysis: FileAnalysis
  /// Those that a client asked about, first and last.
  let lines: ClosedRange<Int>
  let writer: CommentWriter?

  var text: SourceText { document.text }

  init(_ document: OpenDocument, lines: ClosedRange<Int>) {
    self.document = document
    self.lines = lines
    analysis = document.live.analysis
    writer = CommentWriter(document.live)
  }

  /// What is most to the point comes first.
  func actions() -> [Action] {
    let entries = analysis.placedEntries.filter { isOpen($0.entry) && touches($0.range) }
      .sorted { Entry.comesFirst($0.entry, $1.entry) }
    var actions = entries.compactMap(fix) + answers()
    for entry in entries { actions += [insertQuestion(entry), ignore(entry)].compactMap { $0 } }
    for unit in analysis.units where unit.hasSomethingToSay {
      let isConcerned =
        touches(unit.namePlace) && unit.unit.kind != .module
        || entries.contains { $0.unit?.start == unit.start && $0.unit?.unit.kind == unit.unit.kind }
      guard isConcerned else { continue }
      if let checklist = insertChecklist(unit) { actions.append(checklist) }
      let name = unit.unit.qualifiedName
      actions.append(Action(kind: .ledger, title: "Show the ledger of \(unit.displayName)", unit: name))
    }
    return actions
  }

  /// Whether lines that were asked about are among those of a range. An empty range is on one line.
  func touches(_ range: Range<Int>) -> Bool {
    let first = text.line(at: range.lowerBound)
    let last = text.line(at: max(range.lowerBound, range.upperBound - 1))
    return first <= lines.upperBound && lines.lowerBound <= last
  }

  /// Something that a person can still do something about.
  func isOpen(_ entry: Entry) -> Bool {
    guard entry.outcome != .checked else { return false }
    switch entry.answer {
    case .answered, .suppressed: return false
    case .stale, nil: return true
    }
  }

  /// What people wrote about the unit of an entry.
  func notes(near placed: PlacedEntry) -> [Note] {
    guard let unit = placed.unit, unit.unit.kind != .module else {
      return writer?.notes(around: placed.range.lowerBound) ?? []
    }
    return notes(on: unit)
  }

  func notes(on unit: AnalyzedUnit) -> [Note] {
    // One byte in: what ends where the unit starts is none of its business.
    writer?.notes(around: unit.start + min(1, unit.unit.length)) ?? []
  }

  private func fix(_ placed: PlacedEntry) -> Action? {
    guard let fix = placed.entry.fix else { return nil }
    let edits = fix.edits.map { TextEdit($0.range.moved(by: placed.start), $0.replacement) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    return Action(kind: .fix, title: fix.title, unit: placed.unitName, entry: placed, edits: edits)
  }
}

extension PlacedEntry {
  /// Empty for what belongs to the file.
  var unitName: String { unit?.unit.qualifiedName ?? "" }
}

extension Note {
  /// Whether it asks about an entry, or answers it.
  func isItem(for entry: Entry) -> Bool {
    guard case .item(let rule, let tag, _, _) = kind else { return false }
    return rule == entry.rule.rawValue && !tag.isEmpty && entry.fingerprint.hasPrefix(tag)
  }
}
