import LanguageServerProtocol
import Rules
import SourceText

/// What is to be said of an entry where there is room for a few lines.
struct EntryText {
  let kind: MarkupKind
  let text: SourceText

  private var isMarkdown: Bool { kind == .markdown }

  /// The obligation, the outcome, why, the evidence, the question.
  func paragraphs(of placed: PlacedEntry) -> [String] {
    let entry = placed.entry
    var paragraphs = [heading(entry), entry.message]
    if let summary = entry.rule.rule?.card.summary { paragraphs.append(emphasized("Asked of this code: \(summary)")) }
    if let reason = entry.reason { paragraphs.append("Because: \(reason)") }
    let evidence = placed.evidence.map { "- line \(text.line(at: $0.range.lowerBound) + 1): \($0.note)" }
    if !evidence.isEmpty { paragraphs.append(evidence.joined(separator: "\n")) }
    if entry.outcome != .checked, let question = entry.question { paragraphs.append(quoted(question)) }
    return paragraphs
  }

  /// One line for a list: where, what, and the question.
  func item(for placed: PlacedEntry) -> String {
    let entry = placed.entry
    let place = "line \(text.line(at: placed.range.lowerBound) + 1)"
    let question = entry.outcome == .checked ? nil : entry.question
    return "- \(place), \(code(entry.rule.rawValue)): \(entry.message)" + (question.map { " \(emphasized($0))" } ?? "")
  }

  private func heading(_ entry: Entry) -> String {
    var words = [strong(entry.rule.rawValue), entry.outcome.name]
    if entry.outcome != .checked { words.append(entry.stake.rawValue) }
    if let confidence = entry.confidence { words.append("\(confidence.rawValue) confidence") }
    return words.joined(separator: " · ")
  }

  func strong(_ words: String) -> String { isMarkdown ? "**\(words)**" : words }
  private func emphasized(_ words: String) -> String { isMarkdown ? "_\(words)_" : words }
  private func code(_ words: String) -> String { isMarkdown ? "`\(words)`" : words }
  private func quoted(_ words: String) -> String { isMarkdown ? "> \(words)" : "→ \(words)" }
}

extension Outcome {
  /// For people.
  var name: String {
    switch self {
    case .flagged: "missing"
    case .unverified: "could not be verified"
    case .checked: "checked"
    }
  }
}
