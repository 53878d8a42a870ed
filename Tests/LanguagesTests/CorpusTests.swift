import Behaviour
import Foundation
import Languages
import Testing

/// The proof that the behaviour tree is neutral: the same small program in every language reads as the same tree.
///
/// `UPDATE_CORPUS=1 swift test --filter CorpusTests` writes what the first language of each program reads as.
@Suite struct CorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

  static let programs: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereArePrograms() {
    #expect(CorpusTests.programs.count >= 45)
  }

  @Test(arguments: programs)
  func everyLanguageReadsAsTheSameTree(_ program: String) throws {
    let folder = CorpusTests.folder.appendingPathComponent(program)
    let expectation = folder.appendingPathComponent("expected.txt")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("program.") }.sorted { rank($0) < rank($1) }
    #expect(files.count >= 3, "\(program) is there in \(files)")
    if ProcessInfo.processInfo.environment["UPDATE_CORPUS"] != nil, let first = files.first {
      try Data(print(first, of: program).utf8).write(to: expectation)
    }
    let expected = String(decoding: try Data(contentsOf: expectation), as: UTF8.self)
    #expect(!expected.isEmpty)
    for file in files {
      let printed = try print(file, of: program)
      #expect(printed == expected, "\(program)/\(file)\n\(difference(expected, printed))")
    }
  }

  /// Python first: its names need the least change to become neutral.
  private func rank(_ file: String) -> String { file.hasSuffix(".py") ? "" : file }

  private func print(_ file: String, of program: String) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: CorpusTests.folder.appendingPathComponent("\(program)/\(file)")))
    // What a test file is, its path says.
    let reading = try Reading(bytes: bytes, path: program.hasPrefix("test-") ? "tests/\(file)" : file)
    #expect(reading.outline.broken.isEmpty)
    return reading.units.map { BehaviourPrinter(isNeutral: true).print($0) }.joined(separator: "\n")
  }

  /// The first lines that are not the same, with those around them.
  private func difference(_ expected: String, _ printed: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = printed.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    let before = old.prefix(same).suffix(4).map { "  " + $0 }
    let was = old.dropFirst(same).prefix(6).map { "- " + $0 }
    let has = new.dropFirst(same).prefix(6).map { "+ " + $0 }
    return (before + was + has).joined(separator: "\n")
  }
}
