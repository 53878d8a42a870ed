package import SourceText

/// A review, as it is handed to the outside: the contract `lacuna-review/1`. What it says is fixed there; the model of
/// the analysis may change while this stands.
package struct ReviewReport: Sendable {
  /// The git revision that the review compares with, as it was asked for.
  package var base: String?
  /// By path.
  package var files: [File]
  /// Lines that the change added or removed; 0 without a baseline.
  package var changedLines: Int
  /// What the change did to what can be told; nil without a baseline. For people: the contract has no place for it.
  package var verifiability: Verifiability?
  /// What a person must know of the review itself: what it could not look into.
  package var remarks: [String] = []

  package init(base: String?, files: [File], changedLines: Int) {
    self.base = base
    self.files = files
    self.changedLines = changedLines
  }

  package struct File: Sendable {
    package var path: String
    package var language: String?
    /// `analyzed`, `partial`, `skipped`.
    package var status: String
    package var reason: String?
    package var units: [Unit]
    package var entries: [Entry]
    /// The first lines that changed outside of all units, where what is done there did not: imports, declarations,
    /// comments. For people.
    package var changedOutside: String?

    package init(
      path: String,
      language: String?,
      status: String,
      reason: String?,
      units: [Unit],
      entries: [Entry]
    ) {
      self.path = path
      self.language = language
      self.status = status
      self.reason = reason
      self.units = units
      self.entries = entries
    }
  }

  package struct Unit: Sendable {
    package var name: String
    package var kind: String
    package var change: String?
    package var range: ReportRange
    package var entries: [Entry]
    /// What the unit does and did, for people; nil where there is nothing to tell.
    package var profile: String?
    /// Where a unit was that another file held, and what it was called; for people.
    package var movedFrom: String?
    package var renamedFrom: String?
    /// Of code at top level, the first lines that changed.
    package var changedAt: String?

    package init(
      name: String,
      kind: String,
      change: String?,
      range: ReportRange,
      entries: [Entry]
    ) {
      self.name = name
      self.kind = kind
      self.change = change
      self.range = range
      self.entries = entries
    }
  }

  package struct Entry: Sendable {
    package var rule: String
    package var outcome: String
    package var range: ReportRange
    package var message: String
    package var question: String?
    package var reason: String?
    package var confidence: String?
    package var stake: String
    package var evidence: [Evidence]
    package var fingerprint: String
    /// A person said to ignore it: people are not shown it again.
    package var isSuppressed: Bool
    /// Whether it was there at the base already; nil where nobody compared.
    package var isOld: Bool?

    package init(
      rule: String,
      outcome: String,
      range: ReportRange,
      message: String,
      question: String?,
      reason: String?,
      confidence: String?,
      stake: String,
      evidence: [Evidence],
      fingerprint: String,
      isSuppressed: Bool
    ) {
      self.rule = rule
      self.outcome = outcome
      self.range = range
      self.message = message
      self.question = question
      self.reason = reason
      self.confidence = confidence
      self.stake = stake
      self.evidence = evidence
      self.fingerprint = fingerprint
      self.isSuppressed = isSuppressed
    }
  }

  package struct Evidence: Sendable {
    package var note: String
    package var range: ReportRange

    package init(
      note: String,
      range: ReportRange
    ) {
      self.note = note
      self.range = range
    }
  }

  package struct Summary: Sendable, Hashable {
    package var files = 0
    package var skippedFiles = 0
    package var units = 0
    package var changedUnits = 0
    package var flagged = 0
    package var unverified = 0
    package var checked = 0
    package var changedLines = 0
  }

  package var summary: Summary {
    var summary = Summary()
    summary.changedLines = changedLines
    for file in files {
      summary.files += 1
      if file.status == "skipped" { summary.skippedFiles += 1 }
      summary.units += file.units.count
      summary.changedUnits += file.units.count { $0.change != nil && $0.change != "unchanged" }
      for entry in file.entries { summary.count(entry) }
      for unit in file.units { for entry in unit.entries { summary.count(entry) } }
    }
    return summary
  }
}

extension ReviewReport.Summary {
  fileprivate mutating func count(_ entry: ReviewReport.Entry) {
    switch entry.outcome {
    case "flagged": flagged += 1
    case "unverified": unverified += 1
    default: checked += 1
    }
  }
}
