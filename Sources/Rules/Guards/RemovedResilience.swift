import Behaviour

/// What protects against a dependency that fails is still there.
enum RemovedResilience: Rule {
  static let card = RuleCard(
    id: .removedResilience,
    family: .guards,
    summary: "Protection against a dependency that is slow or down is still there after the change.",
    rationale: """
      A circuit breaker costs latency on the good days, and a rewrite that takes it out passes every test. The same is \
      true of a retry, a rate limit, a bulkhead, a fallback, a cache in front, and of the key by which a provider tells \
      a repeated order from a second one. Each is looked for around what it protected: gone, loosened tenfold, or \
      replaced by something whose effect is not in reach.

      What is held and was given back however the code was left, by a finalizer or by the scope that held it, must be \
      given back like that still, or each failure leaves one more behind until there are none.
      """,
    sources: ["CWE-693", "CWE-703", "Gap catalog, S3c, S4c"],
    examples: examples
  )

  static func examine(removed context: UnitContext, in change: ChangeScope, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(removed: context, in: change, for: .removedResilience, where: \.isResilience, into: &ledger)
  }

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    SafeguardReview.examine(context, for: .removedResilience, where: \.isResilience, into: &ledger)
    releases(context, into: &ledger)
  }
}
