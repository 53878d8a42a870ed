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

  private typealias Row = Draw<Sample>.Row

  private struct Tally {
    var changes = 0
    var flagged = 0
    var listed = 0
    var unread = 0
  }

  static func run(_ arguments: Arguments) throws(Arguments.Failure) -> Int32 {
    let limit = try arguments.number("--limit") ?? 100
    let seed = try arguments.number("--seed") ?? 1
    let isListed = arguments.has("--say")
    let analyzer = Analyzer()
    var draw = Draw<Sample>()
    for path in arguments.positional.dropFirst() {
      for sample in samples(in: FilePath(path), analyzer) {
        draw.add(sample, to: Row(name: sample.change.operation.rawValue, family: sample.family))
      }
    }
    let chosen = draw.drawn(limit: limit, seed: seed)
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
    lacuna.place(sample.path, sample.bytes, sample.change.edits.last?.range.lowerBound ?? 0)
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
