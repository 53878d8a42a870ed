import Analysis
import Behaviour
import Rules

/// An entry with its place in the text.
struct PlacedEntry {
  var entry: Entry
  /// Bytes in the text to which the entry's ranges are relative.
  var start: Int
  /// The unit that it belongs to; nil for one of the file.
  var unit: AnalyzedUnit?

  /// Bytes in the text.
  var range: Range<Int> { entry.range.moved(by: start) }

  /// Bytes in the text of each piece of evidence.
  var evidence: [(note: String, range: Range<Int>)] {
    entry.evidence.map { ($0.note, $0.range.moved(by: start)) }
  }
}

extension FileAnalysis {
  /// Every entry, those of the file first, then unit by unit.
  var placedEntries: [PlacedEntry] {
    entries.map { PlacedEntry(entry: $0, start: 0, unit: nil) }
      + units.flatMap { unit in unit.entries.map { PlacedEntry(entry: $0, start: unit.start, unit: unit) } }
  }
}

extension AnalyzedUnit {
  /// Bytes in the text of the unit's name; for code at top level, the start of the file.
  var namePlace: Range<Int> {
    unit.kind == .module ? 0..<0 : unit.nameRange.moved(by: start)
  }

  /// For people.
  var displayName: String { unit.kind == .module ? "the top level" : unit.qualifiedName }

  /// What a person is to see: not what a person said to leave alone.
  var shownEntries: [Entry] { entries.filter { !$0.isSuppressed } }

  /// Whether there is something that a person should look at.
  var hasSomethingToSay: Bool { shownEntries.contains { $0.outcome != .checked } }
}
