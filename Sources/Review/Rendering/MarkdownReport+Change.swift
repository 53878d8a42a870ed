import SourceText

/// A change in three parts: what changed, what is missing, what could not be verified.
extension MarkdownReport {
  func renderChange(_ report: ReviewReport) -> String {
    var out = "\n## Changed\n\n"
    let changed = report.files.map { changes(of: $0) }.joined()
    out += changed.isEmpty ? "Nothing that was read has changed.\n" : changed
    if let verifiability = report.verifiability, !changed.isEmpty { out += "\n" + verifiability.text + "\n" }
    let seen = report.peopleSee()
    out += "\n## Flagged\n\n"
    let flagged = seen.filter { $0.entry.outcome == "flagged" }
    if flagged.isEmpty { out += "Nothing is flagged in what changed.\n" }
    for (file, entry) in flagged { out += item(entry, path: file.path, showsPath: true) }
    out += "\n## Could not verify\n\n"
    var counts: [String: Int] = [:]
    var hidden = 0
    var open = 0
    for (file, entry) in seen where entry.outcome == "unverified" {
      open += 1
      // Of one unit, the worst few: the list is in order.
      let unit = file.units.first { $0.entries.contains { $0.fingerprint == entry.fingerprint } }
      let key = file.path + "\u{0}" + (unit?.name ?? "")
      counts[key, default: 0] += 1
      guard counts[key, default: 0] <= questionLimit else {
        hidden += 1
        continue
      }
      out += item(entry, path: file.path, showsPath: true)
    }
    if open == 0 { out += "Nothing that is open.\n" }
    if hidden > 0 { out += "- … and \(hidden) more\n" }
    return out + checked(in: report)
  }

  /// A file's units that changed, each with what it does and did.
  private func changes(of file: ReviewReport.File) -> String {
    let touched = file.units.filter { $0.change == "added" || $0.change == "modified" }
    let gone = file.units.filter { $0.change == "removed" }
    guard !touched.isEmpty || !gone.isEmpty else { return "" }
    var out = "- `\(file.path)`\(file.status == "partial" ? " (read in part)" : "")\n"
    for unit in touched {
      let counts = Counts(unit.entries.filter { !$0.isSuppressed }).text
      out += "  - \(place(unit.range.startLine, file.path)) `\(unit.name)` · \(unit.change ?? "")"
      if !counts.isEmpty { out += " · \(counts)" }
      out += (unit.profile.map { ": \(escaped($0))" } ?? "") + "\n"
    }
    if !gone.isEmpty { out += "  - Removed: " + gone.map { "`\($0.name)`" }.joined(separator: ", ") + ".\n" }
    return out
  }

  private func checked(in report: ReviewReport) -> String {
    var out = ""
    for file in report.files {
      let entries = file.entries + file.units.filter { $0.change != "unchanged" }.flatMap(\.entries)
      for entry in entries where entry.outcome == "checked" {
        out +=
          "- `\(file.path)`, \(place(entry.range.startLine, file.path)) `\(entry.rule)`: \(escaped(entry.message))\n"
      }
    }
    return out.isEmpty ? "" : "\n<details><summary>Checked</summary>\n\n\(out)\n</details>\n"
  }
}
