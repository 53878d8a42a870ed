import Analysis
import Rules
import SourceText
import Workspace

extension Reviewer {
  /// What a file was at the base, as far as it can be had: its ledger then, to tell what is new from what was there.
  struct Former: Sendable {
    var ledger = Verifiability.Ledger()
    var fingerprints: Set<String> = []

    init() {}

    init(_ analysis: FileAnalysis) {
      for entry in analysis.entries + analysis.units.flatMap(\.entries) {
        if case .suppressed = entry.answer { continue }
        fingerprints.insert(entry.fingerprint)
        guard entry.rule.isOfTheFile else { continue }
        ledger.count(entry.outcome.rawValue)
      }
    }
  }

  /// The report of a comparison: with the size of the change, and what it did to what can be told.
  func compared(_ results: [Outcome], base: String) -> ReviewReport {
    var files = results.map(\.file)
    var verifiability = Verifiability(before: .init(), after: .init())
    let former = results.reduce(into: Set<String>()) { $0.formUnion($1.former.fingerprints) }
    for (index, result) in results.enumerated() {
      guard result.size != nil else { continue }
      verifiability.before.open += result.former.ledger.open
      verifiability.before.checked += result.former.ledger.checked
      files[index].mark(result.former.fingerprints, moved: former)
      for entry in files[index].entries + files[index].units.flatMap(\.entries) where !entry.isSuppressed {
        let rule = RuleID(rawValue: entry.rule)
        guard rule?.isOfTheFile ?? true else { continue }
        // That a protection still stands makes nothing more verifiable than it was; that it is gone does.
        if entry.outcome == "checked", rule?.rule?.card.family == .guards { continue }
        verifiability.after.count(entry.outcome)
      }
    }
    if analyzer.configuration.rules.contains(.reviewBudget) {
      let budget = ChangeBudget(
        limits: limits,
        files: zip(files, results).compactMap { file, result in result.size.map { (file.path, $0) } }
      )
      for (index, result) in results.enumerated() {
        if let why = result.unread { files[index].entries.append(ChangeBudget.unread(why, base: base)) }
        if let size = result.size, let question = budget.question(about: size) { files[index].entries.append(question) }
      }
      if let (path, entry) = budget.whole(), let index = files.firstIndex(where: { $0.path == path }) {
        files[index].entries.insert(entry, at: 0)
      }
    }
    var report = ReviewReport(
      base: base,
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      changedLines: results.reduce(0) { $0 + $1.changedLines }
    )
    report.verifiability = verifiability
    return report
  }
}

extension ReviewReport.File {
  /// Says of each entry whether it was there at the base.
  ///
  /// - Parameter moved: what was there in any file of the change.
  fileprivate mutating func mark(_ former: Set<String>, moved: Set<String>) {
    for index in entries.indices { entries[index].isOld = former.contains(entries[index].fingerprint) }
    for unit in units.indices {
      let known = units[unit].movedFrom == nil ? former : moved
      for index in units[unit].entries.indices {
        let entry = units[unit].entries[index]
        // What was said of other files at the base is not known; where the unit is what it was, that is the likelier.
        let isBeyond = RuleID(rawValue: entry.rule)?.isOfTheFile == false && units[unit].change == "unchanged"
        units[unit].entries[index].isOld = known.contains(entry.fingerprint) || isBeyond
      }
    }
  }
}

extension Reviewer.Outcome {
  mutating func measure(from old: SourceText, to new: SourceText, place: String, _ analysis: FileAnalysis) {
    let size = ChangeSize(from: old, to: new, path: place, analysis: analysis)
    changedLines = size.all
    self.size = size
    let lines = ChangeSize.linesAtTopLevel(from: old, to: new, analysis)
    if let module = file.units.firstIndex(where: { $0.kind == "module" && $0.change == "modified" }) {
      file.units[module].changedAt = lines
    } else if !old.bytes.isEmpty, !new.bytes.isEmpty {
      file.changedOutside = lines
    }
  }
}

extension RuleID {
  /// Whether the rule judges code by what is in its file, or by what the change took from it: what other files say is
  /// not known of the base, and so cannot be compared.
  fileprivate var isOfTheFile: Bool {
    switch rule?.card.family {
    case .architecture: false
    case .review: self == .unparsedRegion
    default: rawValue != "untested-change"
    }
  }
}
