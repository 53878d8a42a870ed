import Analysis
import Languages
import Rules
import TestSupport
import Testing
import Workspace

@Suite("Summaries as bytes")
struct CacheCodingTests {
  /// Of every example of every rule: among them, each field has some value that is not its first.
  static let summaries: [FileSummary] = RuleID.allCases.flatMap { id in
    (id.rule?.card.allExamples ?? []).enumerated().flatMap { number, example -> [FileSummary] in
      guard let language = Languages.all.first(where: { $0.id.rawValue == example.language }),
        let ending = language.fileExtensions.first
      else { return [] }
      let path = example.path ?? "src/\(id.rawValue)-\(number).\(ending)"
      let texts = [(path, example.source)] + example.others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      return texts.compactMap { Analyzer().summary(path: $0.0, bytes: Array($0.1.utf8)) }
    }
  }

  @Test func everySummaryComesBackAsItWas() throws {
    #expect(Self.summaries.count > 500)
    for summary in Self.summaries {
      var read = try #require(ByteCoder.value(FileSummary.self, from: ByteCoder.bytes(of: summary)))
      read.path = summary.path
      #expect(read == summary)
    }
  }

  /// A field that nobody writes comes back as it was in the blank: then some summary must differ from the blank in it.
  @Test func everyFieldHasAValueThatWouldBeMissed() {
    let blank = fields(of: FileSummary.blank)
    var differing: Set<String> = []
    for summary in Self.summaries { differing.formUnion(fields(of: summary).filter { blank[$0.key] != $0.value }.keys) }
    #expect(Set(blank.keys).subtracting(differing).isEmpty)
    let unit = fields(of: UnitSummary.blank)
    var inUnits: Set<String> = []
    for summary in Self.summaries {
      for found in summary.units { inUnits.formUnion(fields(of: found).filter { unit[$0.key] != $0.value }.keys) }
    }
    #expect(Set(unit.keys).subtracting(inUnits).isEmpty)
  }

  private func fields(of value: Any) -> [String: String] {
    var fields: [String: String] = [:]
    for child in Mirror(reflecting: value).children { fields[child.label ?? ""] = "\(child.value)" }
    return fields
  }

  @Test func noBytesEndTheReader() throws {
    var random = SeededGenerator(seed: 11)
    for summary in Self.summaries.shuffled(using: &random).prefix(40) {
      let bytes = ByteCoder.bytes(of: summary)
      for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
        #expect(ByteCoder.value(FileSummary.self, from: Array(bytes[..<length])) == nil)
      }
      for _ in 0..<60 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: damaged.indices, using: &random)
          damaged[place] = UInt8.random(in: .min ... .max, using: &random)
        }
        guard let read = ByteCoder.value(FileSummary.self, from: damaged) else { continue }
        // Whatever it is now, it can be joined with others and asked.
        let index = WorkspaceIndex([read])
        if let facts = index.facts(forFile: read.path) {
          for unit in facts.units { _ = (facts.callers(of: unit), facts.likes(of: unit, atLeast: 0.5)) }
        }
      }
    }
  }

  @Test func countsThatClaimTooMuchAreRefused() {
    for bytes in [
      [UInt8](repeating: 0xFF, count: 64), [0x80], Array(repeating: 0x80, count: 12), [0, 0xFF, 0xFF, 0x7F],
    ] {
      #expect(ByteCoder.value(FileSummary.self, from: bytes) == nil)
    }
  }
}
