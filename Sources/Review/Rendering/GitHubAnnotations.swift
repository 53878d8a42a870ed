import SourceText

/// The report as workflow commands of GitHub, which show entries at the lines of a pull request: what is flagged as
/// errors and warnings, and what could not be verified in changed units as notices.
package struct GitHubAnnotations {
  /// GitHub shows ten of each kind per step; what is more is counted in a last notice.
  package static let limit = 10

  package init() {}

  package func render(_ report: ReviewReport) -> String {
    var lines: [String: [String]] = [:]
    for item in report.peopleSee() {
      let level = item.entry.outcome == "flagged" ? (item.entry.confidence == "high" ? "error" : "warning") : "notice"
      lines[level, default: []].append(command(level, item))
    }
    var out = ""
    for level in ["error", "warning", "notice"] {
      let all = lines[level] ?? []
      for line in all.prefix(GitHubAnnotations.limit) { out += line + "\n" }
      if all.count > GitHubAnnotations.limit {
        out +=
          "::notice title=lacuna::\(all.count - GitHubAnnotations.limit) more of the kind \(level) are in the report.\n"
      }
    }
    let summary = Counts(report.touched().map(\.entry))
    var last = "\(summary.flagged) flagged, \(summary.unverified) could not be verified, \(summary.checked) checked."
    if let verifiability = report.verifiability { last += " " + verifiability.text }
    return out + "::notice title=lacuna::\(GitHubAnnotations.escaped(last))\n"
  }

  private func command(_ level: String, _ item: SeenEntry) -> String {
    let entry = item.entry
    var properties = ["file=\(property(item.file.path))"]
    // What is gone has no line in the file as it is.
    if !item.isOfTheBase { properties += ["line=\(entry.range.startLine)", "endLine=\(entry.range.endLine)"] }
    // Columns are for one line only.
    if !item.isOfTheBase, entry.range.startLine == entry.range.endLine, entry.range.endColumn > entry.range.startColumn
    {
      properties += ["col=\(entry.range.startColumn)", "endColumn=\(entry.range.endColumn)"]
    }
    properties.append("title=\(property("lacuna: \(entry.rule)"))")
    var text = entry.message
    if item.isOfTheBase { text += "\nIt stood in line \(entry.range.startLine) before the change." }
    if item.isOld { text += "\nIt was there before the change." }
    if let reason = entry.reason { text += "\nBecause: \(reason)." }
    if let question = entry.question { text += "\n\(question)" }
    return "::\(level) \(properties.joined(separator: ","))::\(GitHubAnnotations.escaped(text))"
  }

  /// What a report quotes from code must not end the command, or begin another.
  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private func property(_ text: String) -> String {
    GitHubAnnotations.escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
