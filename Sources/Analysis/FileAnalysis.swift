package import Behaviour
package import Rules

/// What became of one file.
package struct FileAnalysis: Sendable {
  package var path: String
  /// Family of the language, nil where nobody knows it.
  package var language: String?
  package var status: Status
  /// In reading order; the code at top level is last. Only units that exist now: see `removed`.
  package var units: [AnalyzedUnit]
  /// What belongs to the file and to no unit. Ranges are bytes in the file.
  package var entries: [Entry]
  /// Units of the baseline that are gone, with the entries that this gave rise to. Ranges are bytes in the baseline.
  package var removed: [AnalyzedUnit]
  /// Where units of the baseline stood that are in other files now. Bytes in the baseline.
  package var movedAway: [Range<Int>] = []

  package init(
    path: String,
    language: String?,
    status: Status,
    units: [AnalyzedUnit] = [],
    entries: [Entry] = [],
    removed: [AnalyzedUnit] = []
  ) {
    self.path = path
    self.language = language
    self.status = status
    self.units = units
    self.entries = entries
    self.removed = removed
  }

  package enum Status: Sendable, Hashable {
    case analyzed
    /// There are syntax errors; the broken regions are entries of `unparsed-region`.
    case partial
    case skipped(Reason)
  }

  package enum Reason: String, Sendable {
    case unsupportedLanguage = "unsupported-language"
    case tooLarge = "too-large"
    case binary
    case unreadable
    case timedOut = "timed-out"
  }
}

/// A unit where it stands, with its ledger.
package struct AnalyzedUnit: Sendable {
  package var unit: Unit
  /// Byte offset of the unit in the file; all ranges in unit and entries are relative to it.
  package var start: Int
  /// In the order of the rules, then of the text.
  package var entries: [Entry]
  /// Nil without a baseline.
  package var change: Change?
  /// Of a unit that changed.
  package var profile: ProfileChange?
  /// Of a unit that had another name or stood in another file.
  package var former: FormerPlace?

  package init(
    unit: Unit,
    start: Int,
    entries: [Entry],
    change: Change? = nil,
    profile: ProfileChange? = nil,
    former: FormerPlace? = nil
  ) {
    self.profile = profile
    self.former = former
    self.unit = unit
    self.start = start
    self.entries = entries
    self.change = change
  }

  /// Bytes in the file.
  package var range: Range<Int> { start..<(start + unit.length) }
}

/// What a unit was called at the base and where it stood, as far as that was different.
package struct FormerPlace: Sendable, Hashable {
  package var name: String?
  package var path: String?

  init?(name: String?, path: String?) {
    guard name != nil || path != nil else { return nil }
    self.name = name
    self.path = path
  }
}

package enum Change: String, Sendable {
  case added, modified, unchanged, removed
}
