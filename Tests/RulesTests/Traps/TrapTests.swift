import Rules
import TestSupport
import Testing

/// Places where other tools lost the trust of the people who use them, by the gap catalog's list (14.4). Each says what
/// one rule makes of a few lines: the outcomes in reading order, none for silence.
///
/// 13 (tables that are new in the same migration) and 14 (wildcards that an action demands) speak of SQL and of
/// policies, which are not read yet. What else is held by the rules' own examples is named in `heldByExamples`.
@Suite("Traps that cost other tools their trust")
struct TrapTests {
  struct Trap: Sendable, CustomTestStringConvertible {
    var number: Int
    var rule: RuleID
    var language: String
    var title: String
    var path: String?
    var outcomes: [String]
    /// What every message or reason must hold.
    var says: String
    var source: String
    var testDescription: String { "\(number), \(rule.rawValue), \(language): \(title)" }

    init(
      _ number: Int,
      _ rule: RuleID,
      _ language: String,
      _ title: String,
      path: String? = nil,
      _ outcomes: [String] = [],
      says: String = "",
      _ source: String
    ) {
      self.number = number
      self.rule = rule
      self.language = language
      self.title = title
      self.path = path
      self.outcomes = outcomes
      self.says = says
      self.source = source
    }
  }

  static let all = logs + promises + locks + tests + causes + timeouts + exempt

  @Test(arguments: all)
  func isNotFallenInto(_ trap: Trap) {
    let analysis = analyze(trap.source + "\n", language: trap.language, path: trap.path, rules: [trap.rule])
    let entries = placedEntries(of: analysis).map { $0.entry }.filter { $0.rule == trap.rule }
    let found = entries.map { entry in
      entry.outcome.rawValue + (entry.confidence.map { " " + $0.rawValue } ?? "")
    }
    let matches =
      found.count == trap.outcomes.count && zip(found, trap.outcomes).allSatisfy { $0 == $1 || $0.hasPrefix($1 + " ") }
    #expect(matches, "found \(found): \(entries.map(\.message))")
    for entry in entries where !trap.says.isEmpty {
      #expect((entry.message + (entry.reason ?? "")).contains(trap.says))
    }
  }

  /// Examples of rules that hold a trap by themselves: by number, rule and title.
  private static let heldByExamples: [(number: Int, rule: RuleID, title: String)] = [
    (2, .lostUpdate, "A local is nobody else's"),
    (2, .lostUpdate, "The new value has nothing of the old one"),
    (5, .lockLeak, "The guard is dropped before the await (clippy #9208, #6446)"),
    (5, .lockLeak, "A lock of tasks may be held across an await"),
    (5, .lockLeak, "A mutex that is bound is not locked (clippy #8486)"),
    (7, .assertionFreeTest, "A helper of the file asserts, through another one"),
    (7, .assertionFreeTest, "A helper that is declared elsewhere may assert"),
    (8, .swallowedAssertion, "The error must be another one than that of the assertion"),
    (9, .lostCause, "A type that cannot carry a cause (detekt #3525)"),
    (9, .lostCause, "Hidden on purpose: `from None` says so"),
    (9, .lostCause, "What refuses access says no more (auth errors that must not leak)"),
    (10, .checkThenAct, "The file is opened only if it is not there"),
  ]

  @Test func examplesThatHoldTrapsStand() throws {
    for item in TrapTests.heldByExamples {
      let card = try #require(item.rule.rule?.card)
      #expect(card.allExamples.contains { $0.title == item.title }, "\(item.number): \(item.title)")
    }
  }

  @Test func everyTrapIsHeld() {
    let held = Set(TrapTests.all.map(\.number)).union(TrapTests.heldByExamples.map(\.number))
    #expect(held == Set(1...15).subtracting([13, 14]))
  }
}
