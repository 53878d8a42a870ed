import Behaviour
import Knowledge

/// Calls that belong together run in the order that they need.
package enum CallOrder: Rule {
  package static let card = RuleCard(
    id: .callOrder,
    family: .architecture,
    summary: "Calls that belong together run in the order that they need, on every way.",
    rationale: """
      Some calls only mean something in their order: a file is used before it is closed, a message leaves when the \
      rows that it speaks of can be seen, a request is answered once, a cache is emptied when the table says something \
      else already. Written the other way round each of them works where it is tried, and fails where somebody else \
      looks in between.

      The obligation arises for what the catalog knows to be ordered. A file, connection, statement or transaction \
      is not used behind the call that gave it back. What was noted for a unit of work is noted before its last \
      commit. A message, a job or a mail leaves a transaction behind its commit, or by a hook that runs then. A cache \
      is emptied behind the write, not before it. A request that was answered is not answered again: the way ends with \
      the answer. A message is acknowledged behind the work that it asked for. Who may do it is asked before it is \
      done. A cursor that ends is asked whether it ended by a failure. It cannot be told where the queue waits for the \
      commit by its own configuration, or where the code between was not read. Charging before an order is stored is \
      told under `partial-failure`.

      Pairs of calls that the workspace itself nearly always makes in one order are not mined: what stands together in \
      nine places of ten is as often a habit of set-up as a protocol, and the tenth has other needs. Nor is there a \
      word about a missing call of the same method of a base, which is a matter of each framework.
      """,
    sources: ["CWE-666", "CWE-672", "CWE-696"],
    examples: callOrderExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.calls.isEmpty else { return }
    var found = UsesAfterRelease.all(in: context)
    let ordered = context.orderedCalls()
    found += LateStages.all(among: ordered, in: context)
    found += Announcements.all(among: ordered, in: context)
    found += Evictions.all(among: ordered, in: context)
    found += Answers.all(among: ordered, in: context)
    found += Acknowledgements.all(among: ordered, in: context)
    found += Cursors.all(among: ordered, in: context)
    found += LateChecks.all(among: ordered, in: context)
    for item in found.sorted(by: { $0.node < $1.node }) { add(item, in: context, into: &ledger) }
  }

  private static func add(_ item: OrderFinding, in context: UnitContext, into ledger: inout LedgerBuilder) {
    var outcome = item.outcome
    var reason = item.reason
    if outcome != .unverified, let other = item.other, hasUnread(between: item.node, and: other, in: context) {
      outcome = .unverified
      reason = "the code between them does not parse or is not understood"
    }
    ledger.add(
      .callOrder,
      outcome,
      item.node,
      at: context.headline(item.node),
      message: item.message,
      question: item.question,
      reason: reason,
      confidence: outcome == .flagged ? item.confidence : nil,
      stake: item.stake,
      evidence: item.other.map { [(note: item.note, node: $0)] } ?? []
    )
  }

  private static func hasUnread(between a: NodeIndex, and b: NodeIndex, in context: UnitContext) -> Bool {
    (min(a, b)...max(a, b)).contains { context.tree.kind($0) == .unknown }
  }
}

/// Two calls, and what their order means.
struct OrderFinding {
  var outcome: Outcome
  var node: NodeIndex
  /// The call that it stands before or behind.
  var other: NodeIndex?
  /// A clause about the other one.
  var note: String
  var message: String
  var question: String?
  var reason: String?
  var confidence = Confidence.medium
  var stake = Stake.correctness
}
