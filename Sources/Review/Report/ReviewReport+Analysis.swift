package import Analysis
import Behaviour
package import Rules
package import SourceText

extension ReviewReport.File {
  /// What an analysis found, with its places as lines and columns.
  ///
  /// - Parameter text: the text that was analyzed.
  /// - Parameter baseline: the text in the baseline, in which removed units stand.
  package init(_ analysis: FileAnalysis, text: SourceText, baseline: SourceText? = nil) {
    path = analysis.path
    language = analysis.language
    units = []
    entries = []
    reason = nil
    switch analysis.status {
    case .analyzed: status = "analyzed"
    case .partial: status = "partial"
    case .skipped(let why):
      status = "skipped"
      reason = why.rawValue
      return
    }
    let comparesWithBase = analysis.units.contains { $0.change != nil } || !analysis.removed.isEmpty
    for unit in analysis.units where !unit.entries.isEmpty || comparesWithBase || unit.unit.kind != .module {
      units.append(ReviewReport.Unit(unit, in: text))
    }
    for unit in analysis.removed { units.append(ReviewReport.Unit(unit, in: baseline ?? text)) }
    var ranges = ReportRangeFinder(text)
    entries = analysis.entries.sorted(by: Entry.comesFirst).map { ReviewReport.Entry($0, start: 0, in: &ranges) }
  }

  /// A file that was not read.
  package init(path: String, skipped reason: FileAnalysis.Reason) {
    self.path = path
    language = nil
    status = "skipped"
    self.reason = reason.rawValue
    units = []
    entries = []
  }
}

extension ReviewReport.Unit {
  init(_ analyzed: AnalyzedUnit, in text: SourceText) {
    var ranges = ReportRangeFinder(text)
    name = analyzed.unit.qualifiedName
    kind = analyzed.unit.kind.rawValue
    change = analyzed.change?.rawValue
    profile = analyzed.profile?.text
    movedFrom = analyzed.former?.path
    renamedFrom = analyzed.former?.name
    range = ranges.range(of: analyzed.range)
    entries = analyzed.entries.sorted(by: Entry.comesFirst)
      .map { ReviewReport.Entry($0, start: analyzed.start, in: &ranges) }
  }
}

extension ReviewReport.Entry {
  init(_ entry: Entry, start: Int, in ranges: inout ReportRangeFinder) {
    rule = entry.rule.rawValue
    outcome = entry.outcome.rawValue
    range = ranges.range(of: (start + entry.range.lowerBound)..<(start + entry.range.upperBound))
    message = entry.message
    question = entry.outcome == .checked ? nil : entry.question
    reason = entry.reason
    confidence = entry.confidence?.rawValue
    stake = entry.stake.rawValue
    evidence = entry.evidence.map {
      ReviewReport.Evidence(
        note: $0.note,
        range: ranges.range(of: (start + $0.range.lowerBound)..<(start + $0.range.upperBound))
      )
    }
    fingerprint = entry.fingerprint
    if case .suppressed = entry.answer { isSuppressed = true } else { isSuppressed = false }
  }
}

extension Entry {
  /// The order in which people see entries: what is missing before what is unknown before what is met, then by what it
  /// costs to be wrong, then by place.
  package static func comesFirst(_ a: Entry, _ b: Entry) -> Bool {
    if a.outcome != b.outcome { return a.outcome.order < b.outcome.order }
    let ranks = (a.rank, b.rank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return (a.range.lowerBound, a.rule.order, a.fingerprint) < (b.range.lowerBound, b.rule.order, b.fingerprint)
  }
}

extension Outcome {
  fileprivate var order: Int { Outcome.allCases.firstIndex(of: self) ?? 0 }
}
