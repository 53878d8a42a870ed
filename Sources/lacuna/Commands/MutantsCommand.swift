import Analysis
import Languages
import Mutation
import Review
import Rules
import Workspace

/// `lacuna debug mutants`: what the rules say of code that lost a protection.
enum MutantsCommand {
  private struct Sample: Sendable {
    var path: String
    var family: String
    var bytes: [UInt8]
    var mutation: Mutation
    /// What is known of the other files; nil for an example, which has none.
    var workspace: (any WorkspaceFacts)?
  }

  private typealias Row = Draw<Sample>.Row

  static func run(_ arguments: Arguments) throws(Arguments.Failure) -> Int32 {
    let limit = try arguments.number("--limit") ?? 100
    let seed = try arguments.number("--seed") ?? 1
    let listed: Set<MutationVerdict> = try arguments.choices("--list")
    let paths = arguments.positional.dropFirst().map { FilePath($0) }
    let analyzer = Analyzer()
    var draw = Draw<Sample>()
    let only: Set<MutationOperator> = try arguments.choices("--only")
    for sample in paths.isEmpty ? inExamples(analyzer) : inFiles(paths, analyzer) {
      guard only.isEmpty || only.contains(sample.mutation.operation) else { continue }
      draw.add(sample, to: Row(name: name(sample.mutation), family: sample.family))
    }
    let chosen = draw.drawn(limit: limit, seed: seed)
    let verdicts = Threads.map(chosen) { item in
      [false, true].map { compares in
        item.sample.mutation.operation.standsAlone || compares
          ? item.sample.mutation.verdict(
            path: item.sample.path,
            original: item.sample.bytes,
            analyzer: analyzer,
            compares: compares,
            workspace: item.sample.workspace
          ) : nil
      }
    }
    var tallies: [Row: [MutationTally]] = [:]
    for (item, verdicts) in zip(chosen, verdicts) {
      for (column, verdict) in verdicts.enumerated() {
        guard let (verdict, said) = verdict else { continue }
        tallies[item.row, default: [MutationTally(), MutationTally()]][column].add(verdict)
        if listed.contains(verdict) {
          Output.write(place(of: item.sample, in: item.row, verdict, isCompared: column == 1))
          if arguments.has("--say") {
            for entry in said { Output.write("  \(entry.rule.rawValue) \(entry.outcome.rawValue): \(entry.message)\n") }
          }
          if arguments.has("--text") { Output.write(item.sample.mutation.applied(to: item.sample.bytes)) }
        }
      }
    }
    Output.write(table(tallies))
    return 0
  }

  /// The operation; for evidence, with the rule whose evidence it was.
  private static func name(_ mutation: Mutation) -> String {
    guard mutation.operation == .removedEvidence, let rule = mutation.origin else {
      return mutation.operation.rawValue
    }
    return "\(mutation.operation.rawValue) (\(rule.rawValue))"
  }

  // MARK: - Where functions come from

  /// Each path is a workspace of its own, as it is for a review of it.
  private static func inFiles(_ paths: [FilePath], _ analyzer: Analyzer) -> [Sample] {
    paths.flatMap { path -> [Sample] in
      let candidates = Discovery().candidates(in: [path])
      let workspace = ReviewedWorkspace(candidates, of: [path], analyzer: analyzer)
      return Threads.map(candidates) { candidate -> [Sample] in
        guard case .bytes(let bytes) = FileContents(of: candidate.path) else { return [] }
        return samples(in: bytes, at: "\(candidate.path)", analyzer, workspace.facts(for: candidate.path))
      }.flatMap { $0 }
    }
  }

  private static func inExamples(_ analyzer: Analyzer) -> [Sample] {
    let examples = RuleID.allCases.flatMap { id in
      (id.rule?.card.allExamples ?? []).map { (id: id, example: $0) }
    }
    return Threads.map(Array(examples.enumerated())) { item -> [Sample] in
      let example = item.element.example
      guard let language = Languages.all.first(where: { $0.id.rawValue == example.language }),
        let ending = language.fileExtensions.first
      else { return [] }
      let lines = example.source.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.filter {
        !$0.contains("^ ")
          || !$0.contains("^ flagged") && !$0.contains("^ checked")
            && !$0.contains("^ unverified")
      }
      let path = example.path ?? "src/\(item.element.id.rawValue)-\(item.offset).\(ending)"
      return samples(in: Array(code.joined(separator: "\n").utf8), at: path, analyzer)
    }.flatMap { $0 }
  }

  private static func samples(
    in bytes: [UInt8],
    at path: String,
    _ analyzer: Analyzer,
    _ workspace: (any WorkspaceFacts)? = nil
  ) -> [Sample] {
    guard let language = Languages.language(forPath: path, firstLine: []) else { return [] }
    return MutationFinder.mutations(path: path, bytes: bytes, analyzer: analyzer, workspace: workspace).map {
      Sample(path: path, family: language.id.family, bytes: bytes, mutation: $0, workspace: workspace)
    }
  }

  // MARK: - What is printed

  private static func place(of sample: Sample, in row: Row, _ verdict: MutationVerdict, isCompared: Bool) -> String {
    let offset = sample.mutation.edits.last?.range.lowerBound ?? sample.mutation.site.lowerBound
    let place = lacuna.place(sample.path, sample.bytes, offset)
    return "\(place): \(verdict.rawValue), \(row.name)\(isCompared ? ", compared" : "")\n"
  }

  private static func table(_ tallies: [Row: [MutationTally]]) -> String {
    let verdicts = MutationVerdict.allCases
    var out = "| protection lost | language | mutants | \(verdicts.map(\.rawValue).joined(separator: " | ")) "
    out += "| compared: mutants | \(verdicts.map(\.rawValue).joined(separator: " | ")) |\n"
    out += String(repeating: "|---", count: 4 + 2 * verdicts.count) + "|\n"
    var sums: [String: [MutationTally]] = [:]
    for (row, columns) in tallies.sorted(by: { $0.key < $1.key }) {
      out += line(row.name, row.family, columns)
      for (index, tally) in columns.enumerated() {
        sums[row.name, default: [MutationTally(), MutationTally()]][index].add(tally)
      }
    }
    for (name, columns) in sums.sorted(by: { $0.key < $1.key }) { out += line(name, "all", columns) }
    return out
  }

  private static func line(_ name: String, _ family: String, _ columns: [MutationTally]) -> String {
    var out = "| \(name) | \(family)"
    for tally in columns {
      out += " | \(tally.total)"
      for verdict in MutationVerdict.allCases { out += " | \(tally.total == 0 ? "" : "\(tally.count(verdict))")" }
    }
    return out + " |\n"
  }
}
