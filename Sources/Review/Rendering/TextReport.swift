import Rules
package import SourceText

/// The report for a person at a terminal: what is missing with its source, what could not be told with its question,
/// what was checked in a line.
package struct TextReport {
  package var style: TextStyle
  /// The text of a file, for excerpts; nil where it cannot be had any more.
  package var source: (String) -> SourceText?

  /// How many questions a unit shows; the rest is counted.
  static let questionLimit = Entry.shownQuestions

  package init(style: TextStyle, source: @escaping (String) -> SourceText?) {
    self.style = style
    self.source = source
  }

  package func render(_ report: ReviewReport) -> String {
    var out = ""
    var skipped: [String: Int] = [:]
    for file in report.files {
      if file.status == "skipped" {
        skipped[file.reason ?? "unreadable", default: 0] += 1
        // An unknown language is no news file by file; what should have been read and was not, is.
        if file.reason != "unsupported-language" {
          out += style.bold(file.path) + "  " + style.yellow("not read: \(file.reason ?? "unreadable")") + "\n\n"
        }
        continue
      }
      render(file, of: report, into: &out)
    }
    if report.base != nil { changes(in: report, into: &out) }
    out += summary(of: report, skipped: skipped)
    return out
  }

  private func render(_ file: ReviewReport.File, of report: ReviewReport, into out: inout String) {
    let units = file.units.filter { unit in
      // Unchanged code keeps its old gaps to itself while a change is reviewed.
      unit.change != "unchanged" && unit.entries.contains { isShown($0) && $0.outcome != "checked" }
    }
    let own = file.entries.filter(isShown)
    let open = own.filter { $0.outcome != "checked" }
    guard !units.isEmpty || !open.isEmpty else { return }
    out += style.bold(file.path)
    if file.status == "partial" { out += "  " + style.yellow("read in part") }
    out += "\n"
    let text = source(file.path)
    for entry in open { render(entry, in: text, into: &out) }
    for unit in units { render(unit, in: text, into: &out) }
    out += "\n"
  }

  private func isShown(_ entry: ReviewReport.Entry) -> Bool { !entry.isSuppressed }

  private func render(_ unit: ReviewReport.Unit, in text: SourceText?, into out: inout String) {
    let entries = unit.entries.filter(isShown)
    var title = "  " + style.bold(unit.name)
    if let change = unit.change { title += style.dim(" · \(change)") }
    title += style.dim(" · " + Counts(entries).text)
    out += "\n" + title + "\n"
    for entry in entries where entry.outcome == "flagged" { render(entry, in: text, into: &out) }
    let questions = entries.filter { $0.outcome == "unverified" }
    for entry in questions.prefix(TextReport.questionLimit) { render(entry, in: text, into: &out) }
    if questions.count > TextReport.questionLimit {
      out += style.dim("  … and \(questions.count - TextReport.questionLimit) more that could not be verified\n")
    }
    for entry in entries where entry.outcome == "checked" {
      out += style.dim("  ✓ \(place(entry))  \(entry.rule): \(entry.message)") + "\n"
    }
  }

  private func render(_ entry: ReviewReport.Entry, in text: SourceText?, into out: inout String) {
    let isFlag = entry.outcome == "flagged"
    let mark = isFlag ? style.red("✗") : style.yellow("?")
    var tail = entry.stake
    if let confidence = entry.confidence { tail += ", " + confidence }
    out += "  \(mark) \(place(entry))  \(style.bold(entry.rule))  \(style.dim(tail))\n"
    out += "    \(entry.message)\n"
    if let reason = entry.reason { out += "    " + style.dim("because: \(reason)") + "\n" }
    if isFlag, let text { out += Excerpt(of: entry, in: text, style: style).text }
    if let question = entry.question { out += "    " + style.cyan("→ \(question)") + "\n" }
  }

  private func place(_ entry: ReviewReport.Entry) -> String { "\(entry.range.startLine):\(entry.range.startColumn)" }

  /// What changed, unit by unit, and what that did to what can be told.
  private func changes(in report: ReviewReport, into out: inout String) {
    var lines: [String] = []
    for file in report.files {
      for unit in file.units where unit.change != nil && unit.change != "unchanged" {
        let sign = unit.change == "added" ? "+" : unit.change == "removed" ? "-" : "~"
        let place = unit.change == "removed" ? file.path : "\(file.path):\(unit.range.startLine)"
        lines.append("  \(sign) \(unit.name)  " + style.dim(place + (unit.profile.map { "  \($0)" } ?? "")))
      }
    }
    guard !lines.isEmpty else { return }
    out += style.bold("changed") + "\n" + lines.prefix(TextReport.changeLimit).joined(separator: "\n") + "\n"
    if lines.count > TextReport.changeLimit {
      out += style.dim("  … and \(lines.count - TextReport.changeLimit) more\n")
    }
    let sizes = report.files.flatMap(\.entries).filter {
      $0.rule == RuleID.reviewBudget.rawValue && $0.outcome == "checked"
    }
    for entry in sizes { out += "  " + style.dim(entry.message) + "\n" }
    if let verifiability = report.verifiability { out += "  \(verifiability.text)\n" }
    out += "\n"
  }

  /// How many changed units are listed.
  private static let changeLimit = 40

  private func summary(of report: ReviewReport, skipped: [String: Int]) -> String {
    let summary = report.summary
    var out = ""
    out += "\(summary.files - summary.skippedFiles) \(plural("file", summary.files - summary.skippedFiles)) read, "
    out += "\(summary.units) \(plural("unit", summary.units))"
    if report.base != nil {
      out +=
        ", \(summary.changedUnits) changed, \(summary.changedLines) changed \(plural("line", summary.changedLines))"
    }
    out += ": " + (summary.flagged > 0 ? style.red("\(summary.flagged) flagged") : "0 flagged")
    out += ", \(summary.unverified) could not be verified, \(summary.checked) checked\n"
    for (reason, count) in skipped.sorted(by: { $0.key < $1.key }) {
      out += style.dim("\(count) \(plural("file", count)) not read: \(reason)") + "\n"
    }
    return out
  }
}

func plural(_ word: String, _ count: Int) -> String { count == 1 ? word : word + "s" }

/// `2 gaps · 3 unverified · 4 checked`, without what is none.
package struct Counts: Sendable, Hashable {
  package var flagged = 0
  package var unverified = 0
  package var checked = 0

  package init(flagged: Int, unverified: Int, checked: Int) {
    self.flagged = flagged
    self.unverified = unverified
    self.checked = checked
  }

  init(_ entries: [ReviewReport.Entry]) {
    for entry in entries {
      switch entry.outcome {
      case "flagged": flagged += 1
      case "unverified": unverified += 1
      default: checked += 1
      }
    }
  }

  package var text: String {
    var parts: [String] = []
    if flagged > 0 { parts.append("\(flagged) \(plural("gap", flagged))") }
    if unverified > 0 { parts.append("\(unverified) unverified") }
    if checked > 0 { parts.append("\(checked) checked") }
    return parts.joined(separator: " · ")
  }
}
