import Behaviour
import Knowledge

/// What is delivered twice has effect once.
enum DuplicateDelivery: Rule {
  static let card = RuleCard(
    id: .duplicateDelivery,
    family: .idempotency,
    summary: "A message, a webhook or a job that arrives twice has effect once.",
    rationale: """
      Brokers, job queues and payment providers promise to deliver at least once, and keep that promise by delivering \
      again whenever an answer was lost or late. A handler that charges, mails or inserts for every delivery does so \
      twice one day. What excludes that is a fact that is stored: the id of the message under a unique constraint or \
      `SET NX` before the work, a key made of that id and handed to whoever does the work, a write that is the same the \
      second time. A look whether it was done already is half of it: two deliveries at the same moment both find that \
      it was not. A message that counts as done before its work is, is not delivered twice but may be lost.
      """,
    sources: ["CWE-837", "CWE-294"],
    examples: examples + scriptExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.unit.kind != .initializer else { return }
    var pending: [PendingEntry] = []
    for call in context.calls where call.known.map({ !$0.acknowledgedBy.isEmpty }) ?? false {
      if let entry = acknowledgedAtOnce(call, in: context) { pending.append(entry) }
    }
    let works = context.deliveredWork()
    for work in works {
      if let entry = lost(work, in: context) { pending.append(entry) }
      if let entry = repeated(work, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.duplicateDelivery, pending) }
  }

  // MARK: - Done twice

  /// The worst that a second delivery does.
  private static func repeated(_ work: DeliveredWork, in context: UnitContext) -> PendingEntry? {
    var worst: (call: CallFact, effect: Effect, isKnown: Bool)?
    for call in context.calls(in: work.range) {
      guard let effect = effectAtStake(call, work, context) else { continue }
      if let worst, RetriedWork.weight(worst.effect) <= RetriedWork.weight(effect) { continue }
      worst = (call, effect, call.known != nil)
    }
    guard let worst else { return nil }
    var draft = DeliveryDraft(worst.call, effect: worst.effect, isKnown: worst.isKnown, work: work, in: context)
    return draft.entry()
  }

  /// What a call does that must not happen twice; nil where that does no harm.
  private static func effectAtStake(_ call: CallFact, _ work: DeliveredWork, _ context: UnitContext) -> Effect? {
    let tree = context.tree
    if tree[call.node].role == .decorator { return nil }
    // What a handler of failures does is about the failure.
    if tree.ancestors(call.node).contains(where: { tree.kind($0) == .handler }) { return nil }
    if call.known != nil {
      guard case .effect = context.role(of: call) else { return nil }
      switch call.effect {
      case .payment, .mail: return call.repetition == .safe || call.repetition == .none ? nil : call.effect
      case .networkWrite:
        guard call.repetition == .unsafe || call.repetition == .conditional, work.kind != .schedule else { return nil }
        return asksOnly(call, context) ? nil : call.effect
      case .databaseWrite:
        guard work.kind == .queue || work.kind == .webhook, call.repetition == .unsafe else { return nil }
        return call.effect
      default: return nil
      }
    }
    let effect = context.likelyEffect(of: call)
    switch effect {
    case .payment: return work.kind == .schedule ? nil : effect
    case .mail: return work.kind == .schedule ? nil : effect
    default: return nil
    }
  }

  private static func asksOnly(_ call: CallFact, _ context: UnitContext) -> Bool {
    context.tree.children(call.node, .argument).contains { argument in
      context.tree.subtree(argument).contains { node in
        guard context.tree.kind(node) == .literal || context.tree.kind(node) == .read else { return false }
        return NameReading.words(context.tree.name(node)).contains { asking.contains($0) }
      }
    }
  }

  private static let asking: Set<String> = [
    "token", "oauth", "login", "auth", "search", "query", "graphql", "lookup", "validate", "verify", "embed",
    "embeddings", "completions", "predict", "translate", "webhook", "hook", "slack", "log", "logs", "metrics",
  ]

  // MARK: - Lost

  /// A message that counts as done before its work is.
  private static func lost(_ work: DeliveredWork, in context: UnitContext) -> PendingEntry? {
    guard work.kind == .queue || work.kind == .job else { return nil }
    guard let ack = context.calls(in: work.range).first(where: { isAcknowledgement($0, context) }) else { return nil }
    let behind = context.calls(
      in: context.tree.subtree(ack.node)
        .upperBound..<max(context.tree.subtree(ack.node).upperBound, work.range.upperBound)
    )
    guard
      let effect = behind.first(where: { call in
        call.effect.writes && call.effect != .process && call.known?.part != .log
          && context.dominates(ack.node, call.node)
          && !isAcknowledgement(call, context)
      })
    else { return nil }
    return entry(
      lostAt: ack.node,
      by: "`\(context.display(ack.node))` counts the message as done before `\(context.display(effect.node))` is",
      in: context,
      evidence: [("comes after it", effect.node)]
    )
  }

  /// `auto_ack=True`, where what the messages lead to writes something, or stands elsewhere.
  private static func acknowledgedAtOnce(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard let labels = call.known?.acknowledgedBy,
      case .given(let value) = context.argument(anyOf: labels, of: call.node),
      tree.kind(value) == .literal, tree[value].literalKind == .true
    else { return nil }
    let handler = tree.subtree(call.node).first { tree.kind($0) == .closure }
    if let handler,
      !context.calls(in: handler).contains(where: { $0.effect.writes || context.likelyEffect(of: $0).writes })
    {
      return nil
    }
    let how = "`\(context.display(call.node))` counts each message as done when it is sent"
    return entry(lostAt: call.node, by: how, in: context, evidence: [("by this", value)])
  }

  private static func isAcknowledgement(_ call: CallFact, _ context: UnitContext) -> Bool {
    let name = context.tree.name(call.node)
    switch NameReading.habitual(NameReading.last(name)) {
    case "ack", "basic_ack", "basicAck", "acknowledge", "xack", "delete_message", "deleteMessage", "completeMessage":
      return name.utf8.contains(UInt8(ascii: "."))
    default: return false
    }
  }

  private static func entry(
    lostAt node: NodeIndex,
    by clause: String,
    in context: UnitContext,
    evidence: [(note: String, node: NodeIndex)] = []
  ) -> PendingEntry {
    PendingEntry(
      .flagged,
      node,
      at: context.tree.kind(node) == .call ? context.headline(node) : nil,
      key: "lost \(clause)",
      message: "\(clause): what fails after that is lost.",
      question: "If the process ends in the middle of this message, who does the rest of its work?",
      confidence: .medium,
      stake: .dataLoss,
      evidence: evidence
    )
  }
}
