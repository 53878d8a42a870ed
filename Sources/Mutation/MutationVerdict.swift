package import Analysis
import Rules

/// What is said of a place whose protection is gone, most first.
package enum MutationVerdict: String, Sendable, CaseIterable, Comparable {
  case flagged
  case listed
  case silent
  /// Still told to be in order.
  case assured

  private var order: Int { MutationVerdict.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: Self, b: Self) -> Bool { a.order < b.order }
}

extension Mutation {
  /// What is said of the file with the protection gone; nil where it does not parse, or is another file altogether.
  ///
  /// - Parameter original: the file's bytes before.
  /// - Parameter compares: whether it may look at what the file was.
  package func verdict(path: String, original: [UInt8], analyzer: Analyzer, compares: Bool) -> MutationVerdict? {
    let analysis = analyzer.analyze(path: path, bytes: applied(to: original), baseline: compares ? original : nil)
    guard case .analyzed = analysis.status, analysis.units.indices.contains(unit) else { return nil }
    let unit = analysis.units[unit]
    let site = movedSite
    let about = unit.entries.filter { entry in
      if entry.rule.rule?.card.family == .guards { return compares }
      guard rules.contains(entry.rule) else { return false }
      let range = (unit.start + entry.range.lowerBound)..<(unit.start + entry.range.upperBound)
      return range.overlaps(site) || range.lowerBound == site.lowerBound
    }
    if about.contains(where: { $0.outcome == .flagged }) { return .flagged }
    if about.contains(where: { $0.outcome == .unverified }) { return .listed }
    return about.contains { $0.outcome == .checked && rules.contains($0.rule) } ? .assured : .silent
  }
}
