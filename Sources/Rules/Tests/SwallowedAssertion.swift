import Behaviour
import Knowledge

/// A failing assertion fails the test.
package enum SwallowedAssertion: Rule {
  package static let card = RuleCard(
    id: .swallowedAssertion,
    family: .tests,
    summary: "A failing assertion fails the test.",
    rationale: """
      An assertion whose failure nobody receives looks like a check and is none: a handler takes it as it takes the \
      errors of the code under test, a promise or a thread takes it along, a branch or a loop that is not entered steps \
      over it, a line before it leaves, a matcher is named and never called. Such a test stays green when the code \
      breaks.

      What counts is that every way through the test ends in an assertion, in an error or in a count of assertions \
      (`expect.assertions`), and that work beside the test is waited for together with its failure.
      """,
    sources: ["Gap catalog, S4d, S2b", "CWE-390", "Sonar S5779, S5915, S2970", "Error Prone MissingFail"],
    examples: dynamicExamples + compiledExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard context.unit.kind == .test else { return }
    let tree = context.tree
    guard tree.nodes.contains(where: { $0.kind == .assertion || $0.kind == .branch || $0.kind == .call }),
      context.isLiveTest
    else { return }
    var finder = SwallowedAssertionFinder(context: context)
    finder.find()
    ledger.add(.swallowedAssertion, finder.found)
  }
}

/// Finds the assertions of a test whose failure may go unheard. Each is spoken of once, by what is surest.
struct SwallowedAssertionFinder {
  let context: UnitContext
  var found: [PendingEntry] = []
  /// Demands that an entry speaks of.
  var told: Set<NodeIndex> = []
  var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  /// How the unit's tests are called in a sentence.
  var test: String { context.shown(context.unit.name) }

  /// Whether a count of assertions, or a callback without which the test does not end, tells that one was not reached.
  lazy var guardsCount: NodeIndex? = {
    if let count = context.assertions.first(where: { tree.countsAssertions($0.node) }) { return count.node }
    return nil
  }()

  mutating func find() {
    findIncomplete()
    findGathered()
    findLogged()
    guard !context.demands.isEmpty else { return }
    findUnreachable()
    findBehindFailures()
    findBesideTest()
    findInAttempts()
    findConditional()
  }

  mutating func flag(
    _ node: NodeIndex,
    at range: Range<Int>? = nil,
    key: String,
    _ message: String,
    ask question: String,
    confidence: Confidence,
    evidence: [(note: String, node: NodeIndex)] = []
  ) {
    found.append(
      PendingEntry(
        .flagged,
        node,
        at: range,
        key: key,
        message: message,
        question: question,
        confidence: confidence,
        stake: .correctness,
        evidence: evidence
      )
    )
  }

  mutating func doubt(
    _ node: NodeIndex,
    at range: Range<Int>? = nil,
    key: String,
    _ message: String,
    because reason: String,
    ask question: String,
    evidence: [(note: String, node: NodeIndex)] = []
  ) {
    found.append(
      PendingEntry(
        .unverified,
        node,
        at: range,
        key: key,
        message: message,
        question: question,
        reason: reason,
        stake: .correctness,
        evidence: evidence
      )
    )
  }

  mutating func clear(
    _ node: NodeIndex,
    at range: Range<Int>? = nil,
    key: String,
    _ message: String,
    evidence: [(note: String, node: NodeIndex)] = []
  ) {
    found.append(
      PendingEntry(
        .checked,
        node,
        at: range,
        key: key,
        message: message,
        stake: .correctness,
        evidence: evidence
      )
    )
  }

  /// The question that is asked of a demand that may go unheard.
  func question(_ demand: Demand) -> String {
    "If \(context.wording(of: demand)) fails, what makes `\(test)` red?"
  }
}
