import Analysis
import Languages
import Mutation
import Review
import Rules
import Workspace

/// `lacuna debug preserving`: what the rules say of code that was written anew and does what it did.
enum PreservingCommand {
  private struct Sample: Sendable {
    var path: String
    var family: String
    var bytes: [UInt8]
    var change: Preservation
    var workspace: (any WorkspaceFacts)?
  }

  private struct Row: Hashable, Comparable {
    var name: String
    var family: String

    static func < (a: Row, b: Row) -> Bool { (a.name, a.family) < (b.name, b.family) }
  }

  private struct Tally {
    var changes = 0
    var flagged = 0
    var listed = 0
    var unread = 0
  }

  static func run(_ arguments: Arguments) throws(Arguments.Failure) -> Int32 {
    let limit = try MutantsCommand.number("--limit", in: arguments) ?? 100
    let seed = try MutantsCommand.number("--seed", in: arguments) ?? 1
    let isListed = arguments.has("--say")
    let analyzer = Analyzer()
    var groups: [Row: [Sample]] = [:]
    for path in arguments.positional.dropFirst() {
      for sample in samples(in: FilePath(path), analyzer) {
        let row = Row(name: sample.change.operation.rawValue, family: sample.family)
        groups[row, default: []].append(sample)
      }
    }
    var generator = SeededGenerator(state: UInt64(truncatingIfNeeded: seed))
    var chosen: [(row: Row, sample: Sample)] = []
    for (row, samples) in groups.sorted(by: { $0.key < $1.key }) {
      chosen += samples.shuffled(using: &generator).prefix(limit).map { (row, $0) }
    }
    let told = Threads.map(chosen) { item in
      let sample = item.sample
      return sample.change.told(
        path: sample.path,
        original: sample.bytes,
        analyzer: analyzer,
        workspace: sample.workspace
      )
    }
    var tallies: [Row: Tally] = [:]
    for (item, entries) in zip(chosen, told) {
      var tally = tallies[item.row] ?? Tally()
      defer { tallies[item.row] = tally }
      guard let entries else {
        tally.unread += 1
        continue
      }
      tally.changes += 1
      let isFlagged = entries.contains { $0.outcome == .flagged }
      if isFlagged { tally.flagged += 1 } else if !entries.isEmpty { tally.listed += 1 }
      guard !entries.isEmpty, isListed else { continue }
      Output.write("\(place(of: item.sample)): \(isFlagged ? "flagged" : "listed"), \(item.row.name)\n")
      for entry in entries {
        Output.write("  \(entry.rule.rawValue) \(entry.outcome.rawValue): \(entry.message)\n")
      }
      if arguments.has("--text") { Output.write(item.sample.change.applied(to: item.sample.bytes)) }
    }
    if arguments.has("--unread") {
      for (item, entries) in zip(chosen, told) where entries == nil {
        Output.write("\(place(of: item.sample)): unread, \(item.row.name)\n")
      }
    }
    Output.write(table(tallies))
    return 0
  }

  private static func samples(in path: FilePath, _ analyzer: Analyzer) -> [Sample] {
    let candidates = Discovery().candidates(in: [path])
    let workspace = ReviewedWorkspace(candidates, of: [path], analyzer: analyzer)
    return Threads.map(candidates) { candidate -> [Sample] in
      guard case .bytes(let bytes) = FileContents(of: candidate.path),
        let language = Languages.language(forPath: "\(candidate.path)", firstLine: [])
      else { return [] }
      let facts = workspace.facts(for: candidate.path)
      return MutationFinder.preservations(path: "\(candidate.path)", bytes: bytes, analyzer: analyzer).map {
        Sample(path: "\(candidate.path)", family: language.id.family, bytes: bytes, change: $0, workspace: facts)
      }
    }.flatMap { $0 }
  }

  private static func place(of sample: Sample) -> String {
    let offset = sample.change.edits.last?.range.lowerBound ?? 0
    return "\(sample.path):\(sample.bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1)"
  }

  private static func table(_ tallies: [Row: Tally]) -> String {
    var out = "| written anew | language | changes | flagged | listed | does not parse |\n|---|---|---|---|---|---|\n"
    for (row, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      out +=
        "| \(row.name) | \(row.family) | \(tally.changes) | \(tally.flagged) | \(tally.listed) | \(tally.unread) |\n"
    }
    return out
  }
}
