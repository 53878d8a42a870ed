import Analysis
import Behaviour
import Workspace

/// `lacuna debug coverage PATH…`: how much of real code lowering understands, a paragraph a language.
enum CoverageCommand {
  static func run(_ paths: [String]) -> Int32 {
    let candidates = Discovery().candidates(in: paths.map { FilePath($0) })
    let analyzer = Analyzer()
    let found = Threads.map(candidates) { candidate -> (family: String, coverage: LoweringCoverage)? in
      guard case .bytes(let bytes) = FileContents(of: candidate.path) else { return nil }
      return analyzer.coverage(path: "\(candidate.path)", bytes: bytes)
    }
    var families: [String: LoweringCoverage] = [:]
    for case let file? in found { families[file.family, default: LoweringCoverage()].add(file.coverage) }
    guard !families.isEmpty else {
      Output.error("lacuna debug: nothing there is in a language that Lacuna reads.\n")
      return 2
    }
    for family in families.keys.sorted() {
      if let coverage = families[family] { Output.write(text(of: coverage, family)) }
    }
    return 0
  }

  private static func text(of coverage: LoweringCoverage, _ family: String) -> String {
    var out = "\(family): \(coverage.files) files, \(coverage.units) units, \(coverage.nodes) syntax nodes in units\n"
    out += "  unknown   \(percent(coverage.unknown, of: coverage.nodes))\n"
    for (kind, count) in coverage.kinds.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(10) {
      out += "    \(count) \(kind)\n"
    }
    out += "  broken    \(percent(coverage.broken, of: coverage.nodes))\n"
    let resolved = coverage.resolved.values.reduce(0, +)
    out += "  calls     \(coverage.calls), with a canonical path \(percent(resolved, of: coverage.calls))\n"
    for (certainty, count) in coverage.resolved.sorted(by: { $0.key > $1.key }) {
      out += "    \(percent(count, of: coverage.calls)) by \(certainty)\n"
    }
    return out
  }

  /// With two digits behind the point.
  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "none" }
    let hundredths = (part * 10_000 + whole / 2) / whole
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }
}
