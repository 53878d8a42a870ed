import Analysis
import Behaviour
import Foundation
import Languages
import Rules
import TestSupport
import Testing
import TreeSitter

/// Damage may hide what is known of a unit; it must not make anything known.
@Suite struct DamageTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../LanguagesTests/Corpus")

  static let programs: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: corpus.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// What is flagged or checked in a unit.
  private struct Claim: Hashable {
    var rule: RuleID
    var outcome: Outcome
  }

  private func claims(_ units: some Sequence<AnalyzedUnit>) -> [String: Set<Claim>] {
    var claims: [String: Set<Claim>] = [:]
    for unit in units {
      for entry in unit.entries where entry.outcome != .unverified {
        claims[unit.unit.qualifiedName, default: []].insert(Claim(rule: entry.rule, outcome: entry.outcome))
      }
    }
    return claims
  }

  private func isDamaged(_ unit: AnalyzedUnit) -> Bool {
    unit.unit.tree.nodes.contains { $0.kind == .unknown && $0.has(.broken) }
  }

  @Test(arguments: programs)
  func noDamageMakesAnythingKnown(_ program: String) throws {
    let folder = DamageTests.corpus.appendingPathComponent(program)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("program.") }
    for name in names.sorted() {
      let path = program.hasPrefix("test-") ? "tests/\(name)" : "src/\(name)"
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      let whole = claims(Analyzer().analyze(path: path, bytes: bytes).units)
      let language = try #require(Languages.language(forPath: path))
      let source = try #require(Languages.parse(bytes, path: path, as: language))
      let nodes = source.syntax.nodes
      let tokens = nodes.enumerated().filter { Int($1.next) == $0 + 1 && !$1.bytes.isEmpty }.map(\.element)
      for node in sample(tokens) {
        var shorter = bytes
        shorter.removeSubrange(node.bytes)
        for damaged in [Array(bytes[..<node.bytes.upperBound]), shorter] {
          let units = Analyzer().analyze(path: path, bytes: damaged).units.filter(isDamaged)
          for (unit, found) in claims(units) {
            let more = found.subtracting(whole[unit] ?? [])
            #expect(
              more.isEmpty,
              "\(path), \(unit), \(node.bytes): \(more.map { "\($0.rule.rawValue) \($0.outcome)" })"
            )
          }
        }
      }
    }
  }
}
