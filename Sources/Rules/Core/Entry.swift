import Behaviour

/// How one obligation of a unit ends.
package struct Entry: Sendable, Hashable {
  package var rule: RuleID
  package var outcome: Outcome
  /// Bytes, relative to the unit.
  package var range: Range<Int>
  /// One sentence. Flagged: what is missing. Checked: by what the obligation is met. Unverified: what is at stake.
  package var message: String
  /// What a person must answer; flagged and unverified entries have one.
  package var question: String?
  /// Unverified: which fact is missing.
  package var reason: String?
  /// Flagged: how sure.
  package var confidence: Confidence?
  package var stake: Stake
  /// In reading order.
  package var evidence: [Evidence]
  /// 16 hexadecimal digits: the same while the evidence says the same, wherever it stands.
  package var fingerprint: String
  /// Set by a person, or by comparison of entries, not by rules: see `Suppression`.
  package var answer: Answer?
  package var fix: Fix?

  package struct Evidence: Sendable, Hashable {
    /// A clause without a full stop: "repeated by this loop, up to 3 times".
    package var note: String
    /// Bytes, relative to the unit.
    package var range: Range<Int>

    package init(_ note: String, _ range: Range<Int>) {
      self.note = note
      self.range = range
    }
  }

  /// Where a person answered: why the entry is what it is.
  package enum Answer: Sendable, Hashable {
    case answered(String)
    /// Answered once, but the evidence has changed since.
    case stale(String)
    case suppressed(String)
  }

  /// A mechanical edit that settles the obligation, safe to apply without thought.
  package struct Fix: Sendable, Hashable {
    package var title: String
    package var edits: [Edit]

    package init(title: String, edits: [Edit]) {
      self.title = title
      self.edits = edits
    }

    package struct Edit: Sendable, Hashable {
      /// Bytes, relative to the unit; empty to insert.
      package var range: Range<Int>
      package var replacement: String

      package init(_ range: Range<Int>, _ replacement: String) {
        self.range = range
        self.replacement = replacement
      }
    }
  }
}

package enum Outcome: String, Sendable, CaseIterable {
  case flagged, unverified, checked
}

package enum Confidence: String, Sendable, Comparable {
  case medium, high
  package static func < (a: Confidence, b: Confidence) -> Bool { a == .medium && b == .high }
}

extension Entry {
  /// A suppression that does nothing is itself worth a word.
  package static func aboutSuppression(_ rule: RuleID, _ range: Range<Int>, _ message: String) -> Entry {
    var hash = StructuralHash()
    hash.combine("suppression")
    hash.combine(message)
    return Entry(
      rule: rule,
      outcome: .unverified,
      range: range,
      message: message,
      question: "What was this comment meant to settle?",
      reason: "a suppression needs the id of a rule, a reason, and something to suppress",
      confidence: nil,
      stake: .upkeep,
      evidence: [],
      fingerprint: hash.text,
      answer: nil,
      fix: nil
    )
  }

  /// The first digits of the fingerprint: what stands in a comment.
  package var tag: String { String(fingerprint.prefix(4)) }
}
