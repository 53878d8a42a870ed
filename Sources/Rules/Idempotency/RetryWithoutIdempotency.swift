import Behaviour
import Knowledge

/// An operation that may run again after an unknown outcome has the same effect as running once.
package enum RetryWithoutIdempotency: Rule {
  package static let card = RuleCard(
    id: .retryWithoutIdempotency,
    family: .idempotency,
    summary: "An operation that is retried has the same effect as running once.",
    rationale: """
      A request that timed out may have done its work: only the answer was lost. A second attempt then charges the \
      card, sends the mail or inserts the row again. What makes a repeat harmless is a key by which the other side \
      recognises it, made once before the first attempt; an operation that is idempotent by definition; a look at the \
      state before each attempt; or repeating only after failures that prove that nothing happened. A key made inside \
      of the attempt is worse than none: it looks like protection and protects nothing.
      """,
    sources: ["CWE-799", "CWE-837", "RFC 9110, 9.2.2"],
    examples: [
      RuleExample(
        "python",
        "A charge that may be made three times",
        """
        import stripe

        def charge(order):
            for attempt in range(3):
                try:
                    return stripe.Charge.create(amount=order.total, currency="eur", source=order.card)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                except stripe.StripeError:
                    continue
            raise RuntimeError("the card could not be charged")
        """
      ),
      RuleExample(
        "python",
        "A key that is the same in every attempt",
        """
        import stripe

        def charge(order):
            for attempt in range(3):
                try:
                    return stripe.Charge.create(amount=order.total, source=order.card, idempotency_key=order.id)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                except stripe.StripeError:
                    continue
            raise RuntimeError("the card could not be charged")
        """
      ),
      RuleExample(
        "python",
        "A key that is new in every attempt",
        """
        import uuid
        import stripe

        def charge(order):
            for attempt in range(3):
                key = str(uuid.uuid4())
                try:
                    return stripe.Charge.create(amount=order.total, source=order.card, idempotency_key=key)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                except stripe.StripeError:
                    continue
            raise RuntimeError("the card could not be charged")
        """
      ),
    ] + moreExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.retries.isEmpty else { return }
    var pending: [PendingEntry] = []
    for region in context.retries {
      var hasEffect = false
      for call in context.calls(in: region.attempt) where context.repeats(call.node, in: region) {
        guard let known = call.known else { continue }
        hasEffect = hasEffect || call.effect.leavesProcess
        if let entry = entry(for: call, known, region, in: context) { pending.append(entry) }
      }
      if !hasEffect, let entry = question(about: region, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.retryWithoutIdempotency, pending) }
  }

  private static func entry(
    for call: CallFact,
    _ known: KnownCall,
    _ region: RetryRegion,
    in context: UnitContext
  ) -> PendingEntry? {
    switch call.effect {
    case .networkWrite, .networkByVerb, .databaseWrite, .databaseBySQL, .queuePublish, .payment, .mail, .cloud,
      .cacheWrite:
      break
    default: return nil
    }
    if call.repetition == .none { return nil }
    let verdict = Verdict(of: call, in: region, context)
    let name = context.display(call.node)
    let repeats = (note: region.clause, node: evidenceNode(of: region, in: context))
    let question =
      "If attempt 1 of `\(name)` succeeded and only the answer was lost, what stops attempt 2 from doing it again?"
    switch verdict {
    case .silent: return nil
    case .checked(let clause, let node):
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: name + clause,
        message: "Repeating `\(name)` does no harm: \(clause).",
        stake: stake(of: call),
        evidence: [repeats] + evidence("makes the repeat harmless", node)
      )
    case .flagged(let clause, let node, let confidence):
      return PendingEntry(
        .flagged,
        call.node,
        at: context.headline(call.node),
        key: name + clause,
        message: "`\(name)` may take effect more than once: \(clause).",
        question: question,
        confidence: context.isScript() ? .medium : confidence,
        stake: stake(of: call),
        evidence: [repeats] + evidence("differs between attempts", node)
      )
    case .unverified(let reason, let node):
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: name + reason,
        message: "`\(name)` may take effect more than once.",
        question: question,
        reason: reason,
        stake: stake(of: call),
        evidence: [repeats] + evidence("decides about it", node)
      )
    }
  }

  /// A region in which nothing is known to leave the process, but one call says by its name that it does.
  private static func question(about region: RetryRegion, in context: UnitContext) -> PendingEntry? {
    for call in context.calls(in: region.attempt) where call.known == nil && context.repeats(call.node, in: region) {
      let effect = context.likelyEffect(of: call)
      guard effect.writes, effect != .cacheWrite, context.deduplicationKey(of: call) == .absent else { continue }
      let name = context.display(call.node)
      // Setting or removing something twice is as good as once.
      let verb = NameReading.words(NameReading.last(context.tree.name(call.node))).first ?? ""
      guard effect == .payment || additive.contains(verb) else { continue }
      return PendingEntry(
        .unverified,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` may take effect more than once.",
        question: """
          If attempt 1 of `\(name)` succeeded and only the answer was lost, what stops attempt 2 from doing it again?
          """,
        reason: "whether `\(name)` deduplicates is decided in its implementation",
        stake: effect == .payment ? .money : .correctness,
        evidence: [(region.clause, evidenceNode(of: region, in: context))]
      )
    }
    return nil
  }

  private static let additive: Set<String> = [
    "create", "insert", "add", "send", "deliver", "publish", "enqueue", "submit", "dispatch", "post", "transfer",
  ]

  /// What to point at as the reason for a repeat: a handler rather than the whole loop.
  private static func evidenceNode(of region: RetryRegion, in context: UnitContext) -> NodeIndex { region.node }

  private static func evidence(_ note: String, _ node: NodeIndex?) -> [(note: String, node: NodeIndex)] {
    node.map { [(note, $0)] } ?? []
  }

  private static func stake(of call: CallFact) -> Stake {
    switch call.effect {
    case .payment: .money
    case .databaseWrite, .databaseBySQL: .dataLoss
    default: .correctness
    }
  }
}
