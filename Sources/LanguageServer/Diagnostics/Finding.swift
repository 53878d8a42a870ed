import Analysis
import LanguageServerProtocol
import Rules
import SourceText

/// An entry that is shown as a diagnostic, at its place as the client counts.
struct Finding: Hashable {
  var range: LSPRange
  var entry: Entry
  /// Of the entry's evidence, in its order.
  var evidence: [LSPRange]

  /// What is to be shown of a document, in reading order of its units.
  static func all(in document: OpenDocument, _ encoding: PositionEncoding, showsUnverified: Bool) -> [Finding] {
    var finder = RangeFinder(document.live.text, encoding)
    var findings: [Finding] = []
    func add(_ entry: Entry, start: Int) {
      guard entry.isShown(withUnverified: showsUnverified) else { return }
      findings.append(
        Finding(
          range: finder.range(of: entry.range.moved(by: start)),
          entry: entry,
          evidence: entry.evidence.map { finder.range(of: $0.range.moved(by: start)) }
        )
      )
    }
    let analysis = document.live.analysis
    for entry in analysis.entries { add(entry, start: 0) }
    for unit in analysis.units { for entry in unit.entries { add(entry, start: unit.start) } }
    return findings
  }
}

extension Entry {
  fileprivate func isShown(withUnverified: Bool) -> Bool {
    switch outcome {
    case .flagged: true
    case .unverified: withUnverified && !isSuppressed
    case .checked: false
    }
  }

  /// A person said to leave it alone.
  var isSuppressed: Bool {
    if case .suppressed? = answer { true } else { false }
  }
}

extension Range<Int> {
  /// The range as far from its place; cut where it would leave the numbers.
  func moved(by distance: Int) -> Range<Int> {
    (lowerBound &+ distance)..<Swift.max(lowerBound &+ distance, upperBound &+ distance)
  }
}
