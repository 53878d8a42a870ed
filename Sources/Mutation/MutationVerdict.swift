package import Analysis
package import Rules

/// What is said of a place whose protection is gone, most first.
package enum MutationVerdict: String, Sendable, CaseIterable, Comparable {
  case flagged
  case listed
  /// Told to be in order, by something that still stands.
  case covered
  case silent
  /// Told to be in order, by nothing that stands.
  case assured

  private var order: Int { MutationVerdict.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: Self, b: Self) -> Bool { a.order < b.order }
}

extension Mutation {
  /// What is said of the file with the protection gone, and by which entries; nil where it does not parse, or is another file altogether.
  ///
  /// - Parameter original: the file's bytes before.
  /// - Parameter compares: whether it may look at what the file was.
  /// - Parameter workspace: what is known of the other files, as a review of them all would know it.
  package func verdict(
    path: String,
    original: [UInt8],
    analyzer: Analyzer,
    compares: Bool,
    workspace: (any WorkspaceFacts)? = nil
  ) -> (verdict: MutationVerdict, said: [Entry])? {
    let analysis = analyzer.analyze(
      path: path,
      bytes: applied(to: original),
      baseline: compares ? original : nil,
      workspace: workspace
    )
    guard case .analyzed = analysis.status, analysis.units.indices.contains(unit) else { return nil }
    let unit = analysis.units[unit]
    let site = movedSite
    let about = unit.entries.filter { entry in
      let isGuard = entry.rule.rule?.card.family == .guards
      guard isGuard || rules.contains(entry.rule) else { return false }
      // What is gone is told of the unit.
      if isGuard, entry.outcome != .checked { return true }
      let range = (unit.start + entry.range.lowerBound)..<(unit.start + entry.range.upperBound)
      return range.overlaps(site) || range.lowerBound == site.lowerBound
    }
    if about.contains(where: { $0.outcome == .flagged }) { return (.flagged, about) }
    if about.contains(where: { $0.outcome == .unverified }) { return (.listed, about) }
    let checked = about.filter { $0.outcome == .checked }
    guard !checked.isEmpty else { return (.silent, []) }
    let standing = checked.contains { entry in
      entry.evidence.contains { !holds((unit.start + $0.range.lowerBound)..<(unit.start + $0.range.upperBound)) }
    }
    return (standing ? .covered : .assured, about)
  }

  /// Whether a place of the changed file was written by an edit.
  private func holds(_ range: Range<Int>) -> Bool {
    edits.contains { edit in
      let start = moved(edit.range.lowerBound)
      return (start..<(start + edit.replacement.utf8.count)).contains(range.lowerBound)
    }
  }
}
