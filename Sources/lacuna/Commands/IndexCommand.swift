import Analysis
import Behaviour
import Glibc
import Review
import Rules
import Workspace

/// `lacuna debug index PATH…`: what the cross-file index finds.
enum IndexCommand {
  static func run(_ paths: [String]) -> Int32 {
    let paths = paths.map { FilePath($0) }
    let clock = ContinuousClock()
    let start = clock.now
    let candidates = Discovery().candidates(in: paths)
    let workspace = ReviewedWorkspace(candidates, of: paths, analyzer: Analyzer())
    let time = clock.now - start
    for path in candidates.map(\.path) {
      guard let facts = workspace.facts(for: path), let summary = workspace.summary(of: path) else { continue }
      for unit in summary.units {
        Output.write(
          "\(summary.path):\(unit.line) \(unit.kind.rawValue) \(unit.qualifiedName) \(unit.effects.effects)\n"
        )
        for call in unit.calls {
          let call = summary.calls[Int(call)]
          if call.flags.contains(.known) { continue }
          let reference = summary.reference(call)
          let found = facts.callees(of: reference, from: unit.qualifiedName, owner: unit.owner)
          let written = "\(reference.form) \(reference.module)|\(reference.type)|\(reference.name)"
          let targets = found.units.map { "\($0.place) \($0.summary.qualifiedName)" }.joined(separator: ", ")
          Output.write("  \(call.line): \(written) -> \(targets.isEmpty ? "-" : "\(found.certainty) \(targets)")\n")
        }
      }
    }
    Output.error("indexed in \(time)\n")
    return 0
  }

  /// `lacuna debug indexing FOLDER`: how long the language server's index takes, and how much memory.
  static func time(_ folder: String, part: Int) -> Int32 {
    let build = IndexBuild(
      of: FilePath(folder),
      into: SharedIndex(),
      pace: Threads.Pace(part: Double(part) / 100)
    )
    let clock = ContinuousClock()
    for round in ["cold", "again"] {
      let start = clock.now
      let outcome = build.run()
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let worked =
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
      Output.write(
        "\(round): \(outcome) in \(clock.now - start), \(worked) s of processors so far, \(usage.ru_maxrss / 1_024) MB\n"
      )
    }
    return 0
  }
}
