import Behaviour

/// A wait that had a limit still has one.
enum RemovedTimeout: Rule {
  static let card = RuleCard(
    id: .removedTimeout,
    family: .guards,
    summary: "A wait that had a limit still has one after the change, and not one ten times as long.",
    rationale: """
      A limit is set after somebody's night was spoiled by a call that never came back, and it is lost in a rewrite \
      that nobody sees fail: the tests' servers answer. What ended a wait (an argument, an option, a scope, a context \
      that is handed on) is looked for in the new code. A limit that is gone, says that there is none, or has grown \
      tenfold is told. One that the client's own default takes the place of, a scope around, or the callers, is not.
      """,
    sources: ["CWE-400", "CWE-1088", "Gap catalog, S5b, S3c"],
    examples: examples
  )

  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(removed: context, in: change, for: .removedTimeout, where: \.endsWaits, into: &ledger)
  }

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(context, for: .removedTimeout, where: \.endsWaits, into: &ledger)
  }
}
