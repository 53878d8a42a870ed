import Analysis
import LanguageServerProtocol
import Rules
import SourceText

/// An entry as it is shown as a diagnostic: two that are equal look the same to the client.
struct Finding: Hashable {
  struct Evidence: Hashable {
    var note: String
    var range: LSPRange
  }

  var range: LSPRange
  var rule: RuleID
  var outcome: Outcome
  var confidence: Confidence?
  var message: String
  var question: String?
  var fingerprint: String
  var evidence: [Evidence]

  init(_ entry: Entry, start: Int, in finder: inout RangeFinder) {
    range = finder.range(of: entry.range.moved(by: start))
    rule = entry.rule
    outcome = entry.outcome
    confidence = entry.confidence
    message = entry.message
    question = entry.question
    fingerprint = entry.fingerprint
    evidence = entry.evidence.map { item in
      Evidence(note: item.note, range: finder.range(of: item.range.moved(by: start)))
    }
  }

  /// What is to be shown of a document, in reading order of its units.
  static func all(in document: OpenDocument, _ encoding: PositionEncoding, showsUnverified: Bool) -> [Finding] {
    var finder = RangeFinder(document.text, encoding)
    var findings: [Finding] = []
    let analysis = document.live.analysis
    for entry in analysis.entries where entry.isShown(showsUnverified) {
      findings.append(Finding(entry, start: 0, in: &finder))
    }
    for unit in analysis.units {
      for entry in unit.entries where entry.isShown(showsUnverified) {
        findings.append(Finding(entry, start: unit.start, in: &finder))
      }
    }
    return findings
  }
}

extension Entry {
  fileprivate func isShown(_ showsUnverified: Bool) -> Bool {
    switch outcome {
    case .flagged: true
    case .unverified: showsUnverified && !isSuppressed
    case .checked: false
    }
  }

  /// A person said to leave it alone.
  var isSuppressed: Bool {
    if case .suppressed? = answer { true } else { false }
  }
}

extension Range<Int> {
  /// The range as far from its place.
  func moved(by distance: Int) -> Range<Int> {
    let start = lowerBound &+ distance
    return start..<Swift.max(start, upperBound &+ distance)
  }
}
