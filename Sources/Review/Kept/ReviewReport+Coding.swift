import Analysis
import SourceText
package import Workspace

// A field that is added to one of these types is a line in its list below; `KeptReviewTests` finds the one that is
// missing.

extension ReviewReport.File: Coded {
  package static var blank: ReviewReport.File {
    ReviewReport.File(path: "", language: nil, status: "", reason: nil, units: [], entries: [])
  }

  /// The path is not among them: how it is written depends on how the review was asked for.
  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&language)
    try coder.code(&status)
    try coder.code(&reason)
    try coder.code(&units)
    try coder.code(&entries)
    try coder.code(&changedOutside)
  }
}

extension ReviewReport.Unit: Coded {
  package static var blank: ReviewReport.Unit {
    ReviewReport.Unit(name: "", kind: "", change: nil, range: .blank, entries: [])
  }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&name)
    try coder.code(&kind)
    try coder.code(&change)
    try coder.code(&range)
    try coder.code(&entries)
    try coder.code(&profile)
    try coder.code(&movedFrom)
    try coder.code(&renamedFrom)
    try coder.code(&changedAt)
  }
}

extension ReviewReport.Entry: Coded {
  package static var blank: ReviewReport.Entry {
    ReviewReport.Entry(
      rule: "",
      outcome: "",
      range: .blank,
      message: "",
      question: nil,
      reason: nil,
      confidence: nil,
      stake: "",
      evidence: [],
      fingerprint: "",
      isSuppressed: false
    )
  }

  /// Whether it is old is not among them: that is told when all files are joined.
  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&rule)
    try coder.code(&outcome)
    try coder.code(&range)
    try coder.code(&message)
    try coder.code(&question)
    try coder.code(&reason)
    try coder.code(&confidence)
    try coder.code(&stake)
    try coder.code(&evidence)
    try coder.code(&fingerprint)
    try coder.code(&isSuppressed)
  }
}

extension ReviewReport.Evidence: Coded {
  package static var blank: ReviewReport.Evidence { ReviewReport.Evidence(note: "", range: .blank) }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&note)
    try coder.code(&range)
  }
}

extension Reviewer.Outcome: Coded {
  static var blank: Reviewer.Outcome { Reviewer.Outcome(file: .blank) }

  /// Why the base cannot be read is not among them: that may change while no text does.
  mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&file)
    try coder.code(&changedLines)
    try coder.code(&size)
    try coder.code(&former)
  }
}

extension Reviewer.Former: Coded {
  static var blank: Reviewer.Former { Reviewer.Former() }

  mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&ledger)
    var sorted = fingerprints.sorted()
    try coder.code(&sorted)
    fingerprints = Set(sorted)
  }
}

extension Verifiability.Ledger: Coded {
  package static var blank: Verifiability.Ledger { Verifiability.Ledger() }

  package mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&open)
    try coder.code(&checked)
  }
}

extension ChangeSize: Coded {
  static var blank: ChangeSize { ChangeSize() }

  mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
    try coder.code(&lines)
    try coder.code(&place)
    try coder.code(&all)
    try coder.code(&isTest)
    try coder.code(&isCritical)
    var named = units.map { NamedLines(name: $0.name, lines: $0.lines) }
    try coder.code(&named)
    units = named.map { ($0.name, $0.lines) }
  }

  private struct NamedLines: Coded {
    var name = ""
    var lines = 0

    static var blank: NamedLines { NamedLines() }

    mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed) {
      try coder.code(&name)
      try coder.code(&lines)
    }
  }
}
