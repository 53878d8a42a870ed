package import Analysis
import Behaviour
import Languages
package import Rules
import Workspace

/// What the entries of one rule are in a piece of source, as marks.
package func marks(
  of rule: RuleID,
  in source: String,
  language: String,
  path: String? = nil,
  baseline: String? = nil,
  others: [String: String] = [:]
) -> [MarkedSource.Mark] {
  let analysis = analyze(source, language: language, path: path, baseline: baseline, others: others, rules: [rule])
  let bytes = Array(source.utf8)
  var marks: [MarkedSource.Mark] = []
  for (entry, start) in placedEntries(of: analysis) where entry.rule == rule {
    marks.append(mark(entry, at: start, in: bytes))
  }
  return marks.sorted { ($0.line, $0.columns.lowerBound) < ($1.line, $1.columns.lowerBound) }
}

/// Analyzes a piece of source as if it stood in a file of its language.
package func analyze(
  _ source: String,
  language: String,
  path: String? = nil,
  baseline: String? = nil,
  others: [String: String] = [:],
  rules: [RuleID] = RuleID.allCases
) -> FileAnalysis {
  let ending = LanguageID(rawValue: language).flatMap { Languages.language($0)?.fileExtensions.first } ?? language
  let path = path ?? "src/example.\(ending)"
  let analyzer = Analyzer(configuration: AnalysisConfiguration(rules: rules))
  var workspace: WorkspaceIndex?
  if !others.isEmpty {
    let files = others.merging([path: source]) { $1 }
    workspace = WorkspaceIndex(files.compactMap { analyzer.summary(path: $0.key, bytes: Array($0.value.utf8)) })
  }
  return analyzer.analyze(
    path: path,
    bytes: Array(source.utf8),
    baseline: baseline.map { Array($0.utf8) },
    workspace: workspace?.facts(forFile: path)
  )
}

/// Every entry with the byte offset that its ranges are relative to.
package func placedEntries(of analysis: FileAnalysis) -> [(entry: Entry, start: Int)] {
  analysis.units.flatMap { unit in unit.entries.map { ($0, unit.start) } } + analysis.entries.map { ($0, 0) }
}

private func mark(_ entry: Entry, at start: Int, in bytes: [UInt8]) -> MarkedSource.Mark {
  let newline = UInt8(ascii: "\n")
  let from = min(start + entry.range.lowerBound, bytes.count)
  let lineStart = (bytes[..<from].lastIndex(of: newline) ?? -1) + 1
  let lineEnd = bytes[from...].firstIndex(of: newline) ?? bytes.count
  let to = min(start + entry.range.upperBound, lineEnd)
  var outcome = entry.outcome.rawValue
  if let confidence = entry.confidence { outcome += " " + confidence.rawValue }
  return MarkedSource.Mark(
    line: bytes[..<from].count { $0 == newline } + 1,
    columns: (from - lineStart)..<max(from - lineStart, to - lineStart),
    outcome: outcome
  )
}
