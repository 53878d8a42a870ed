import Analysis
import Rules
import TestSupport
import Testing

@Suite("How sure a flag is")
struct ConfidenceTests {
  @Test func risesByOneAndNoFurther() {
    #expect(ConfidenceArithmetic.level(from: .medium) == .medium)
    #expect(ConfidenceArithmetic.level(from: .medium, raised: [.stake]) == .high)
    #expect(ConfidenceArithmetic.level(from: .high, raised: [.stake, .changed, .secondRule]) == .high)
    #expect(ConfidenceArithmetic.level(from: .medium, raised: [.stake, .changed], atMost: .medium) == .medium)
  }

  @Test func fallsByOneForEachDoubtAndThenIsNoFlag() {
    #expect(ConfidenceArithmetic.level(from: .high, lowered: [.watched]) == .medium)
    #expect(ConfidenceArithmetic.level(from: .medium, lowered: [.watched]) == nil)
    #expect(ConfidenceArithmetic.level(from: .medium, raised: [.changed], lowered: [.watched]) == .medium)
  }

  private func entry(_ source: String, baseline: String? = nil, path: String? = nil) throws -> Entry {
    let analysis = analyze(source, language: "python", path: path, baseline: baseline, rules: [.ioInLoop])
    return try #require(analysis.units.flatMap(\.entries).first { $0.rule == .ioInLoop })
  }

  private let loop = """
    import sqlite3

    def names(path, ids):
        connection = sqlite3.connect(path)
        found = []
        for each in ids:
            found.append(connection.execute("SELECT name FROM t WHERE id = ?", (each,)).fetchone())
        return found

    """

  @Test func whatTheChangeWroteIsSurer() throws {
    let before = loop.replacing(
      "connection.execute(\"SELECT name FROM t WHERE id = ?\", (each,)).fetchone()",
      with: "each"
    )
    #expect(try entry(loop).confidence == .medium)
    #expect(try entry(loop, baseline: before).confidence == .high)
    #expect(try entry(loop, baseline: loop.replacing("found = []", with: "found = list()")).confidence == .medium)
  }

  @Test func theWorstComesFirst() throws {
    var money = try entry(loop)
    var upkeep = money
    money.stake = .money
    upkeep.stake = .upkeep
    upkeep.confidence = .high
    #expect(money.rank < upkeep.rank)
    var sure = money
    sure.confidence = .high
    #expect(sure.rank < money.rank)
    var racing = money
    racing.rule = .checkThenAct
    money.rule = .swallowedError
    #expect(money.rank < racing.rank)
  }
}
