import SourceText
import TestSupport
import Testing

@testable import Workspace

@Suite("A line diff")
struct LineDiffTests {
  private func diff(_ old: String, _ new: String, ignoringLineEndings: Bool = true) -> LineDiff {
    LineDiff(from: SourceText(old), to: SourceText(new), ignoringLineEndings: ignoringLineEndings)
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  @Test func ofEqualTextsIsEmpty() {
    #expect(diff("a\nb\n", "a\nb\n").hunks == [])
    #expect(diff("", "").hunks == [])
  }

  @Test func saysWhatGaveWayToWhat() {
    #expect(diff("a\nb\nc\n", "a\nx\ny\nc\n").hunks == [.init(old: 1..<2, new: 1..<3)])
    #expect(diff("", "a\nb").hunks == [.init(old: 0..<0, new: 0..<2)])
    #expect(diff("a\nb\n", "b\n").hunks == [.init(old: 0..<1, new: 0..<0)])
    #expect(
      diff("a\nb\nc\nd\n", "b\nc\nx\nd\ny\n").hunks == [
        .init(old: 0..<1, new: 0..<0), .init(old: 3..<3, new: 2..<3), .init(old: 4..<4, new: 4..<5),
      ]
    )
  }

  @Test func countsAsGitDoes() {
    let diff = diff("a\nb\nc\n", "a\nx\ny\nc\n")
    #expect([diff.addedLines, diff.removedLines, diff.changedLines] == [2, 1, 3])
  }

  @Test func takesALostLineEndForAChange() {
    #expect(diff("a\nb\n", "a\nb").changedLines == 2)
    #expect(diff("a\nb", "a\nb\n", ignoringLineEndings: false).changedLines == 2)
  }

  @Test func mayIgnoreHowLinesEnd() {
    #expect(diff("a\r\nb\r\n", "a\nb\n").hunks == [])
    #expect(diff("a\r\nb\r\n", "a\nb\n", ignoringLineEndings: false).changedLines == 4)
    #expect(diff("a\r\nb\r\nc", "a\nx\nc").hunks == [.init(old: 1..<2, new: 1..<2)])
  }

  @Test func putsANewFunctionWhereItBegins() {
    let old = ["function a() {", "  x();", "}", "", "function c() {", "  x();", "}"]
    let new = old[..<4] + ["function b() {", "  x();", "}", ""] + old[4...]
    #expect(diff(text(old), text(Array(new))).hunks == [.init(old: 4..<4, new: 4..<8)])
    #expect(diff(text(Array(new)), text(old)).hunks == [.init(old: 4..<8, new: 4..<4)])
    let python = ["def a():", "    x()", "", "def c():", "    x()"]
    let more = python[..<3] + ["def b():", "    x()", ""] + python[3...]
    #expect(diff(text(python), text(Array(more))).hunks == [.init(old: 3..<3, new: 3..<6)])
  }

  @Test func knowsTheLinesItTouches() {
    let diff = diff("a\nb\nc\nd\ne\nf\n", "a\nX\nc\nd\nf\n")
    #expect(diff.hunks == [.init(old: 1..<2, new: 1..<2), .init(old: 4..<5, new: 4..<4)])
    #expect((0..<5).map { diff.touches(newLines: $0..<$0 + 1) } == [false, true, false, false, false])
    #expect((0..<6).map { diff.touches(oldLines: $0..<$0 + 1) } == [false, true, false, false, true, false])
    #expect(diff.touches(newLines: 0..<5))
    #expect(!diff.touches(oldLines: 2..<4))
  }

  @Test("leads from the one text to the other, by as few lines as can be", arguments: 0..<12)
  func rightAndSmallest(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let alphabet = (0..<Int.random(in: 1...8, using: &random)).map {
        String(repeating: " ", count: $0 % 3) + "line \($0)"
      }
      func lines() -> [String] { (0..<Int.random(in: 0...25, using: &random)).map { _ in random.pick(alphabet) } }
      let (old, new) = (lines(), lines())
      let diff = diff(text(old), text(new))
      #expect(applied(diff, old, new) == new)
      #expect(diff.changedLines == old.count + new.count - 2 * longestCommon(old, new))
      #expect(zip(diff.hunks, diff.hunks.dropFirst()).allSatisfy { $0.old.upperBound < $1.old.lowerBound })
    }
  }

  @Test("counts what Git counts", arguments: 0..<3)
  func agreesWithGit(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 100)
    let folder = try TestFolder()
    let old = (0..<400).map { "line \($0 % 60)" }
    var new = old
    for _ in 0..<60 {
      let place = Int.random(in: 0..<new.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: new.remove(at: place)
      case 1: new.insert(random.pick(old), at: place)
      default: new[place] = "new \(place)"
      }
    }
    try folder.write(text(old), to: "old")
    try folder.write(text(new) + "no end", to: "new")
    let script = "git diff --no-index --minimal --numstat old new || true"
    let numbers = try folder.shell(script, TestRepository.environment(home: folder.path)).split(separator: "\t")
    let diff = diff(text(old), text(new) + "no end")
    #expect([String(numbers[0]), String(numbers[1])] == ["\(diff.addedLines)", "\(diff.removedLines)"])
  }

  @Test("of texts with nothing in place ends, and is right", .timeLimit(.minutes(1)))
  func manyDifferences() {
    var random = SeededGenerator(seed: 5)
    let old = (0..<3_000).map { String(repeating: " ", count: $0 % 3) + "line \($0)" }
    let shuffled = old.shuffled(using: &random)
    let repeated = (0..<3_000).map { _ in random.pick(Array(old[..<40])) }
    for new in [shuffled, Array(old.reversed()), repeated] {
      let diff = diff(text(old), text(new))
      #expect(applied(diff, old, new) == new)
      #expect(diff.changedLines <= old.count + new.count)
    }
  }

  @Test func withoutTimeStillIsRight() {
    var random = SeededGenerator(seed: 6)
    let old = (0..<200).map { _ in Int32.random(in: 0..<50, using: &random) }
    let new = (0..<200).map { _ in Int32.random(in: 0..<50, using: &random) }
    for budget in [0, 1, 100, 5_000] {
      let pairs = PartnerSearch(old, new, count: 50, budget: budget).pairs().sorted { $0.old < $1.old }
      #expect(pairs.map { old[$0.old] } == pairs.map { new[$0.new] })
      #expect(pairs.map(\.new) == pairs.map(\.new).sorted())
      #expect(Set(pairs.map(\.new)).count == pairs.count)
    }
  }

  /// The old lines with every hunk carried out.
  private func applied(_ diff: LineDiff, _ old: [String], _ new: [String]) -> [String] {
    var result: [String] = []
    var kept = 0
    for hunk in diff.hunks {
      result += old[kept..<hunk.old.lowerBound] + new[hunk.new]
      kept = hunk.old.upperBound
    }
    return result + old[kept...]
  }

  private func longestCommon(_ left: [String], _ right: [String]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for first in left {
      var diagonal = 0
      for (index, second) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = first == second ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }
}

@Suite("Texts of two systems")
struct LineEndingsTests {
  @Test(arguments: [
    ("a\nb\n", "a\r\nb\r\n", true), ("a\r\nb\n", "a\nb\r\n", true), ("", "", true), ("a", "a\r", false),
    ("a\r\r\n", "a\n", false), ("a\rb", "a\nb", false), ("a\r\n", "a", false), ("\r\n", "\n", true),
    ("a\n", "b\n", false),
  ])
  func equalButForReturns(left: String, right: String, expected: Bool) {
    #expect(LineEndings.areEqualWithoutReturns(Array(left.utf8), Array(right.utf8)) == expected)
    #expect(LineEndings.areEqualWithoutReturns(Array(right.utf8), Array(left.utf8)) == expected)
  }
}
