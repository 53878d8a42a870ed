import Behaviour
import Rules
import SourceText
import Workspace

/// Measures a change by what reviewers can do, and says so in entries of `review-budget`.
struct ChangeBudget {
  let limits: ReviewLimits
  /// By path, in the order of the report.
  let files: [(path: String, size: ChangeSize)]

  private static let fileLines = 250
  private static let unitLines = 80
  private static let areas = 3

  var lines: Int { files.reduce(0) { $0 + $1.size.lines } }

  /// The entry about the whole change, and the file under which it is listed: the one with most to read.
  func whole() -> (path: String, entry: ReviewReport.Entry)? {
    guard let largest = files.max(by: { ($0.size.lines, $1.path) < ($1.size.lines, $0.path) }), largest.size.lines > 0
    else { return nil }
    let lines = lines
    let minutes = limits.minutes(forLines: lines)
    let isCritical = files.contains { $0.size.isCritical && $0.size.lines > 0 }
    var over: [String] = []
    if lines > limits.lines { over.append("more than \(limits.lines), past which reviewers find less") }
    if minutes > limits.minutes { over.append("longer than the \(limits.minutes) minutes for which attention lasts") }
    if isCritical, lines > limits.ownerLines {
      over.append("more than the \(limits.ownerLines) that money, access or operations allow without their owner")
    }
    let measure = "\(lines) \(plural("line", lines)) to review, about \(minutes) \(plural("minute", minutes))"
    let question =
      "This change has \(lines) reviewable lines (about \(minutes) minutes): which part gets a second reader, and can it be split?"
    if !over.isEmpty {
      return (
        largest.path,
        entry("flagged", "This change has \(measure): \(over.joined(separator: "; ")).", question, nil, key: "whole")
      )
    }
    let areas = Set(files.filter { $0.size.lines > 0 && !$0.size.isTest }.map { ChangeBudget.area(of: $0.size.place) })
    if areas.count > ChangeBudget.areas, lines > limits.lines / 2 {
      return (
        largest.path,
        entry(
          "unverified",
          "This change has \(measure), in \(areas.count) areas.",
          "Is this one change, or are there several that could be reviewed one by one?",
          "whether they belong together is not in the code",
          key: "areas"
        )
      )
    }
    return (
      largest.path,
      entry("checked", "This change is within what a review can hold: \(measure).", nil, nil, key: "whole")
    )
  }

  /// A question about one file, where there is much to read in it, or in one unit of it.
  func question(about size: ChangeSize) -> ReviewReport.Entry? {
    let unit = size.units.first { $0.lines > ChangeBudget.unitLines }
    guard size.lines > ChangeBudget.fileLines || unit != nil else { return nil }
    let what =
      unit.map { "`\($0.name)` alone has \($0.lines) changed lines" } ?? "This file has \(size.lines) changed lines"
    return entry(
      "unverified",
      "\(what).",
      "Who has read all of them, and can it be split?",
      "whether a reader keeps their attention for so long is not in the code",
      key: unit?.name ?? "file"
    )
  }

  /// What a file was cannot be had, so nothing can be compared.
  static func unread(_ why: String, base: String) -> ReviewReport.Entry {
    entry(
      "unverified",
      "There is nothing to compare this file with: \(why).",
      "What was this file at `\(base)`, and what did the change drop?",
      why,
      key: "base"
    )
  }

  private func entry(
    _ outcome: String,
    _ message: String,
    _ question: String?,
    _ reason: String?,
    key: String
  ) -> ReviewReport.Entry {
    ChangeBudget.entry(outcome, message, question, reason, key: key)
  }

  private static func entry(
    _ outcome: String,
    _ message: String,
    _ question: String?,
    _ reason: String?,
    key: String
  ) -> ReviewReport.Entry {
    var hash = StructuralHash()
    hash.combine(RuleID.reviewBudget.rawValue)
    hash.combine(outcome)
    hash.combine(key)
    return ReviewReport.Entry(
      rule: RuleID.reviewBudget.rawValue,
      outcome: outcome,
      range: ReportRange(startLine: 1, startColumn: 1, endLine: 1, endColumn: 1),
      message: message,
      question: question,
      reason: reason,
      confidence: outcome == "flagged" ? Confidence.medium.rawValue : nil,
      stake: Stake.upkeep.rawValue,
      evidence: [],
      fingerprint: hash.text,
      isSuppressed: false
    )
  }

  private static func area(of path: String) -> Substring {
    let parts = path.split(separator: "/")
    return parts.count > 1
      ? parts[parts.count > 2 && ["src", "lib", "app", "packages", "Sources"].contains(parts[0]) ? 1 : 0] : ""
  }
}
