import Analysis
import Foundation
import Rules
import TestSupport
import Testing

/// Sources in ten languages, each with changes that take a protection away (`gap`) and changes that keep what the code
/// does (`kept`). A file is the text as it was; then each change begins with `## gap NAME` or `## kept NAME`, followed by
/// lines to be found (`-`), put in their place (`+`), or both (a space).
@Suite("What a change takes away is told, and what it keeps is not")
struct ChangeTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var file: String
    var isGap: Bool
    var name: String
    var lines: [Substring]
    var base: String
    var testDescription: String { "\(file): \(name)" }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Changes")

  static let changes: [Change] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    return names.flatMap { name -> [Change] in
      guard name.hasSuffix(".changes"),
        let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      else { return [] }
      return read(text, of: String(name.dropLast(".changes".count)))
    }
  }()

  private static func read(_ text: String, of file: String) -> [Change] {
    var base = ""
    var changes: [Change] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("## gap ") || line.hasPrefix("## kept ") {
        let isGap = line.hasPrefix("## gap ")
        let name = line.dropFirst(isGap ? 7 : 8)
        changes.append(Change(file: file, isGap: isGap, name: String(name), lines: [], base: base))
      } else if changes.isEmpty {
        base += line + "\n"
      } else {
        changes[changes.count - 1].lines.append(line)
      }
    }
    return changes
  }

  private static let guards: Set<RuleID> = [
    .removedGuard, .weakenedHandler, .removedLock, .removedTimeout, .removedResilience, .removedTest,
  ]

  /// Changes that no rule flags yet, a line each.
  private static let unseen: Set<String> = {
    let file = folder.appendingPathComponent("unseen.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return Set(lines.map(String.init))
  }()

  /// Of all gaps at most so many may go unflagged.
  @Test func mostAreSeen() {
    let gaps = Self.changes.count(where: \.isGap)
    #expect(Self.unseen.count * 100 <= gaps * 15, "\(Self.unseen.count) of \(gaps)")
  }

  @Test func thereAreTenLanguages() {
    #expect(Set(Self.changes.map { $0.file.split(separator: ".").last ?? "" }).count == 10)
  }

  @Test(arguments: changes)
  func isTold(_ change: Change) throws {
    let old = change.lines.filter { !$0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
    let new = change.lines.filter { !$0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
    #expect(change.base.ranges(of: old).count == 1)
    let text = change.base.replacing(old, with: new)
    let folder = change.file.lowercased().contains("test") || change.file.contains("spec") ? "tests" : "src"
    let path = "\(folder)/\(change.file)"
    let analyzer = Analyzer()
    let bytes = Array(change.base.utf8)
    let before = analyzer.analyze(path: path, bytes: bytes)
    let after = analyzer.analyze(path: path, bytes: Array(text.utf8), baseline: bytes)
    let known = Set(flags(before).map(\.message))
    let flagged = flags(after).filter { Self.guards.contains($0.rule) || !known.contains($0.message) }
    if change.isGap {
      #expect(flagged.isEmpty == Self.unseen.contains(change.testDescription))
    } else {
      #expect(flagged.filter { Self.guards.contains($0.rule) }.isEmpty, "\(flagged.map(\.message))")
    }
  }

  private func flags(_ analysis: FileAnalysis) -> [Entry] {
    (analysis.units + analysis.removed).flatMap(\.entries).filter { $0.outcome == .flagged }
  }
}
