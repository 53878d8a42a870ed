import Behaviour
import Rules

/// Many tests that went at once are one thing to look at.
enum RemovedTests {
  /// How many are told one by one.
  private static let limit = 3

  static func merged(_ units: [AnalyzedUnit]) -> [AnalyzedUnit] {
    let flagged = units.indices.filter { index in
      units[index].entries.contains { $0.rule == .removedTest && $0.outcome == .flagged }
    }
    guard flagged.count > limit, let first = flagged.first else { return units }
    var units = units
    let others = flagged.dropFirst()
    let names = others.prefix(3).map { "`\(units[$0].unit.name)`" }.joined(separator: ", ")
    for index in others { units[index].entries.removeAll { $0.rule == .removedTest } }
    for index in units[first].entries.indices where units[first].entries[index].rule == .removedTest {
      units[first].entries[index].message += " And \(others.count) more: \(names)\(others.count > 3 ? ", …" : ".")"
    }
    return units
  }
}
