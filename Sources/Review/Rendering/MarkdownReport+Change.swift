import Rules
import SourceText

/// A change in three parts: what changed, what is missing, what could not be verified.
extension MarkdownReport {
  func renderChange(_ report: ReviewReport) -> String {
    let seen = report.peopleSee()
    var out = head(of: report)
    out += "\n## Changed\n\n" + changes(in: report)
    let flagged = seen.filter { $0.entry.outcome == "flagged" }
    out += "\n## Flagged\n\n"
    out += flagged.allSatisfy(\.isOld) ? "Nothing is flagged in what changed.\n" : list(flagged.filter { !$0.isOld })
    out += old(flagged.filter(\.isOld))
    let (open, hidden) = limited(seen.filter { $0.entry.outcome == "unverified" })
    out += "\n## Could not verify\n\n"
    out += open.allSatisfy(\.isOld) ? "Nothing that is open.\n" : list(open.filter { !$0.isOld })
    if hidden > 0 { out += "- … and \(hidden) more\n" }
    out += old(open.filter(\.isOld))
    return out + checked(in: report)
  }

  // MARK: - Head

  /// How much there is to read, and what it comes to.
  private func head(of report: ReviewReport) -> String {
    let summary = report.summary
    var out = "Against `\(report.base ?? "")`: \(summary.changedUnits) of \(summary.units) "
    out += "\(plural("unit", summary.units)) changed, \(summary.changedLines) changed "
    out += "\(plural("line", summary.changedLines)).\n\n"
    let touched = Counts(report.touched().map(\.entry))
    let all = Counts(report.files.flatMap { $0.entries + $0.units.flatMap(\.entries) }.filter { !$0.isSuppressed })
    out += "| | flagged | could not be verified | checked |\n|---|---|---|---|\n"
    out += "| in what changed | \(touched.flagged) | \(touched.unverified) | \(touched.checked) |\n"
    if all != touched {
      out += "| elsewhere in these files | \(all.flagged - touched.flagged) | \(all.unverified - touched.unverified) "
      out += "| \(all.checked - touched.checked) |\n"
    }
    let size = report.files.flatMap(\.entries).first { MarkdownReport.isSize($0) && $0.outcome == "checked" }
    if let size { out += "\n" + escaped(size.message) + "\n" }
    if let verifiability = report.verifiability, verifiability.before.all + verifiability.after.all > 0 {
      out += "\n" + verifiability.text + "\n"
    }
    return out
  }

  private static func isSize(_ entry: ReviewReport.Entry) -> Bool { entry.rule == RuleID.reviewBudget.rawValue }

  // MARK: - Changed

  /// Longer lists are folded.
  private static let shownUnits = 30

  private func changes(in report: ReviewReport) -> String {
    let lists = report.files.map { changes(of: $0) }.joined()
    guard !lists.isEmpty else { return "Nothing that was read has changed.\n" }
    let count = report.summary.changedUnits
    guard count > MarkdownReport.shownUnits else { return lists }
    return "<details><summary>\(count) units</summary>\n\n\(lists)\n</details>\n"
  }

  /// A file's units that changed, each with what it does and did.
  private func changes(of file: ReviewReport.File) -> String {
    var lines: [String] = []
    for unit in file.units where unit.change == "added" || unit.change == "modified" {
      var parts = [change(of: unit)]
      let open = Counts(unit.entries.filter { !$0.isSuppressed && $0.outcome != "checked" }).text
      if !open.isEmpty { parts.append(open) }
      if let profile = unit.profile { parts.append(escaped(profile)) }
      let rest = " · " + parts.joined(separator: " · ")
      if unit.kind == "module" {
        let at = unit.changedAt.map { ", \($0.contains(",") ? "lines" : "line") \($0)" } ?? ""
        lines.append("code at top level\(at)" + rest)
      } else {
        lines.append("\(place(unit.range.startLine, file.path)) `\(unit.name)`" + rest)
      }
    }
    if let at = file.changedOutside {
      lines.append("\(at.contains(",") ? "lines" : "line") \(at): imports, declarations or comments")
    }
    let moved = file.units.filter { $0.change == "unchanged" && ($0.movedFrom != nil || $0.renamedFrom != nil) }
    for path in Set(moved.compactMap(\.movedFrom)).sorted() {
      let names = moved.filter { $0.movedFrom == path }.map { "`\($0.name)`" }
      lines.append("Moved from `\(path)`, otherwise unchanged: \(names.joined(separator: ", ")).")
    }
    let gone = file.units.filter { $0.change == "removed" }.map { "`\($0.name)`" }
    if !gone.isEmpty { lines.append("Removed: \(gone.joined(separator: ", ")).") }
    guard !lines.isEmpty else { return "" }
    let title = "- `\(file.path)`\(file.status == "partial" ? " (read in part)" : "")\n"
    return title + lines.map { "  - \($0)\n" }.joined()
  }

  /// `modified, moved from `old.py``
  private func change(of unit: ReviewReport.Unit) -> String {
    var text = unit.change ?? ""
    if let name = unit.renamedFrom { text += ", renamed from `\(name)`" }
    if let path = unit.movedFrom { text += ", moved from `\(path)`" }
    return text
  }

  // MARK: - Entries

  /// Of one unit the worst few, and how many that leaves.
  private func limited(_ entries: [SeenEntry]) -> ([SeenEntry], hidden: Int) {
    var counts: [String: Int] = [:]
    let shown = entries.filter { item in
      let key = item.file.path + "\u{0}" + (item.unit.map { "\($0.name) \($0.range.startLine)" } ?? "")
      counts[key, default: 0] += 1
      return counts[key, default: 0] <= questionLimit
    }
    return (shown, entries.count - shown.count)
  }

  private func list(_ entries: [SeenEntry]) -> String {
    SeenGroup.groups(of: entries).enumerated().map { item($1, number: $0 + 1) }.joined(separator: "\n")
  }

  private func old(_ entries: [SeenEntry]) -> String {
    guard !entries.isEmpty else { return "" }
    let title = "\(entries.count) in what changed that \(entries.count == 1 ? "was" : "were") there before"
    return "\n<details><summary>\(title)</summary>\n\n\(list(entries))\n</details>\n"
  }

  private func item(_ group: SeenGroup, number: Int) -> String {
    guard let first = group.first else { return "" }
    let entry = first.entry
    let indent = String(repeating: " ", count: "\(number). ".count)
    var parts = [whereabouts(of: first), "`\(entry.rule)`", entry.stake]
    if let confidence = entry.confidence { parts[2] += ", " + confidence }
    var out = "\(number). **\(escaped(entry.message))** " + parts.joined(separator: " · ") + "\n"
    if let reason = entry.reason { out += "\(indent)- Because: \(escaped(reason)).\n" }
    for evidence in entry.evidence {
      let line =
        first.isOfTheBase ? "line \(evidence.range.startLine)" : place(evidence.range.startLine, first.file.path)
      out += "\(indent)- \(line): \(escaped(evidence.note))\n"
    }
    if group.members.count > 1 {
      let others = group.members.dropFirst().map { whereabouts(of: $0, besides: first.file.path) }
      out += "\(indent)- The same in \(others.count) more: \(others.joined(separator: "; "))\n"
    }
    if let question = entry.question { out += "\n\(indent)> \(escaped(question))\n" }
    return out
  }

  /// ``src/pay.py`, line 6, `charge``
  ///
  /// - Parameter known: the path that need not be told again.
  private func whereabouts(of item: SeenEntry, besides known: String = "") -> String {
    let line = item.entry.range.startLine
    let unit = item.unit.flatMap { $0.kind == "module" ? nil : ", `\($0.name)`" } ?? ""
    if item.unit == nil, MarkdownReport.isSize(item.entry) { return "`\(item.file.path)`" }
    let path = item.file.path == known ? "" : "`\(item.file.path)`, "
    if item.isOfTheBase { return path + "line \(line) before the change\(unit)" }
    return path + place(line, item.file.path) + unit
  }

  // MARK: - Checked

  private func checked(in report: ReviewReport) -> String {
    let entries = report.touched().filter { $0.entry.outcome == "checked" && !MarkdownReport.isSize($0.entry) }
    guard !entries.isEmpty else { return "" }
    var out = ""
    for file in report.files {
      for group in SeenGroup.groups(of: entries.filter { $0.file.path == file.path }) {
        guard let first = group.first else { continue }
        let lines = group.members.map { place($0.entry.range.startLine, file.path) }
        let more =
          lines.count > 1 ? " The same in \(lines.count - 1) more: \(lines.dropFirst().joined(separator: ", "))." : ""
        out += "- `\(file.path)`, \(lines[0]) `\(first.entry.rule)`: \(escaped(first.entry.message))\(more)\n"
      }
    }
    return "\n<details><summary>\(entries.count) checked</summary>\n\n\(out)\n</details>\n"
  }
}
