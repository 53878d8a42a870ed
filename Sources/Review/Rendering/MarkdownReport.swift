import SourceText

/// The report as Markdown, for a pull request or an editor's page: what is missing, what a person must answer, what was
/// checked.
package struct MarkdownReport {
  /// How many questions a unit shows; the rest is counted.
  package var questionLimit: Int
  /// Turns a place into a link's target; nil for none.
  package var link: (_ path: String, _ line: Int) -> String?

  package init(questionLimit: Int = 5, link: @escaping (String, Int) -> String? = { _, _ in nil }) {
    self.questionLimit = questionLimit
    self.link = link
  }

  package func render(_ report: ReviewReport) -> String {
    var out = "# Review\n\n"
    if report.base == nil {
      out += summary(report)
      for file in report.files { out += render(file) }
    } else {
      out += renderChange(report)
    }
    if !report.remarks.isEmpty { out += "\n" + report.remarks.map { "> \($0)\n" }.joined() }
    return out + unread(report)
  }

  /// One unit's ledger, whole.
  package func render(_ unit: ReviewReport.Unit, path: String) -> String {
    var out = "# `\(unit.name)`\n\n"
    let counts = Counts(unit.entries).text
    out += counts.isEmpty ? "Nothing here gave rise to an obligation.\n" : counts + "\n"
    out += section(unit.entries, path: path, limit: .max)
    return out
  }

  private func summary(_ report: ReviewReport) -> String {
    let summary = report.summary
    var out = "| flagged | could not be verified | checked | files read | not read |\n|---|---|---|---|---|\n"
    out += "| \(summary.flagged) | \(summary.unverified) | \(summary.checked) "
    out += "| \(summary.files - summary.skippedFiles) | \(summary.skippedFiles) |\n"
    return out
  }

  /// What was not read; in a change also what is of no language that is read.
  private func unread(_ report: ReviewReport) -> String {
    let skipped = report.files.filter { $0.status == "skipped" }
    var out = ""
    for file in skipped where file.reason != "unsupported-language" {
      out += "- `\(file.path)`: \(file.reason ?? "unreadable")\n"
    }
    let foreign = skipped.filter { $0.reason == "unsupported-language" }
    if report.base != nil, !foreign.isEmpty {
      let names = foreign.prefix(MarkdownReport.shownFiles).map { "`\($0.path)`" }.joined(separator: ", ")
      let rest = foreign.count - MarkdownReport.shownFiles
      out += "- unsupported-language: \(names)\(rest > 0 ? " and \(rest) more" : "")\n"
    }
    return out.isEmpty ? "" : "\n## Not read\n\n" + out
  }

  /// How many files of languages that are not read are named.
  private static let shownFiles = 10

  private func render(_ file: ReviewReport.File) -> String {
    let units = file.units.filter { unit in
      unit.entries.contains { !$0.isSuppressed }
    }
    let own = file.entries.filter { !$0.isSuppressed }
    guard !units.isEmpty || !own.isEmpty else { return "" }
    var out = "\n## `\(file.path)`\(file.status == "partial" ? " (read in part)" : "")\n"
    out += section(own, path: file.path, limit: .max)
    for unit in units {
      out += "\n### `\(unit.name)` · \(Counts(unit.entries.filter { !$0.isSuppressed }).text)\n"
      out += section(unit.entries.filter { !$0.isSuppressed }, path: file.path, limit: questionLimit)
    }
    return out
  }

  private func section(_ entries: [ReviewReport.Entry], path: String, limit: Int) -> String {
    var out = ""
    let flagged = entries.filter { $0.outcome == "flagged" }
    if !flagged.isEmpty {
      out += "\n**Missing**\n\n"
      for entry in flagged { out += item(entry, path: path) }
    }
    let open = entries.filter { $0.outcome == "unverified" }
    if !open.isEmpty {
      out += "\n**Could not be verified**\n\n"
      for entry in open.prefix(limit) { out += item(entry, path: path) }
      if open.count > limit { out += "- … and \(open.count - limit) more\n" }
    }
    let checked = entries.filter { $0.outcome == "checked" }
    if !checked.isEmpty {
      out += "\n**Checked**\n\n"
      for entry in checked {
        out += "- \(place(entry.range.startLine, path)) `\(entry.rule)`: \(escaped(entry.message))\n"
      }
    }
    return out
  }

  func item(_ entry: ReviewReport.Entry, path: String, showsPath: Bool = false) -> String {
    var out = "- \(showsPath ? "`\(path)`, " : "")\(place(entry.range.startLine, path)) `\(entry.rule)` (\(entry.stake)"
    if let confidence = entry.confidence { out += ", \(confidence)" }
    out += "): \(escaped(entry.message))\n"
    if let reason = entry.reason { out += "  Because: \(escaped(reason)).\n" }
    for evidence in entry.evidence {
      out += "  - \(place(evidence.range.startLine, path)) \(escaped(evidence.note))\n"
    }
    if let question = entry.question { out += "  > \(escaped(question))\n" }
    return out
  }

  func place(_ line: Int, _ path: String) -> String {
    guard let target = link(path, line) else { return "line \(line)" }
    return "[line \(line)](\(target))"
  }

  /// Text from code may hold what Markdown takes for markup; what stands in back quotes is left alone.
  func escaped(_ text: String) -> String {
    var out = ""
    var isCode = false
    for character in text {
      if character == "`" { isCode.toggle() }
      if character.isNewline {
        out += " "
        continue
      }
      if !isCode, "*_<>[]|\\".contains(character) { out += "\\" }
      out.append(character)
    }
    return out
  }
}
