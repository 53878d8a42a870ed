import Behaviour
import Knowledge

/// What is done already when a later step fails is undone, recorded, or safe to leave.
enum PartialFailure: Rule {
  static let card = RuleCard(
    id: .partialFailure,
    family: .errors,
    summary: "What is done already when a later step fails is undone, recorded, or safe to leave.",
    rationale: """
      The card is charged and the order's row cannot be written; the row is there and the message never left; of ten \
      transfers six were made. Two systems cannot fail together, and the code between them decides what is left: one \
      transaction round all that one database writes, a handler that takes the first step back, a row that says what \
      was begun, an outbox that is sent later, a key by which a second run finds what the first one did. A group of \
      writes that are waited for together hides, behind the first failure, which of the others took place; failures \
      that are collected and raised together tell.
      """,
    sources: ["CWE-460", "CWE-459"],
    examples: examples + scriptExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.calls.isEmpty, !context.isScript() else { return }
    var pending: [PendingEntry] = []
    for call in context.calls where call.known?.part == .gather || call.known?.part == .settle {
      if let entry = together(call, in: context) { pending.append(entry) }
    }
    let steps = self.steps(in: context)
    if let entry = inTurn(steps, in: context) { pending.append(entry) }
    for step in steps {
      if let entry = perElement(step, steps, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.partialFailure, pending) }
  }

  /// A write that stays when what follows fails.
  struct Step {
    let call: CallFact
    let effect: Effect
    let isKnown: Bool
    let frame: NodeIndex
  }

  // MARK: - Steps

  /// What the unit writes outside, in reading order; what handlers do about failures is left out.
  private static func steps(in context: UnitContext) -> [Step] {
    let tree = context.tree
    var steps: [Step] = []
    for call in context.calls {
      let isKnown = call.known != nil
      let effect = isKnown ? call.effect : context.likelyEffect(of: call)
      switch effect {
      case .payment, .queuePublish, .databaseWrite: break
      case .mail, .networkWrite:
        guard isKnown else { continue }
      default: continue
      }
      if isKnown, call.known?.part == .stage || call.known?.part == .transaction || call.known?.part == .rollback {
        continue
      }
      if isKnown, effect != .databaseWrite, call.repetition == .none || call.repetition == .safe { continue }
      guard case .effect = isKnown ? context.role(of: call) : .effect(effect), !isEnd(call, context),
        tree[call.node].role != .decorator,
        !tree.ancestors(call.node).contains(where: { [.handler, .finalizer].contains(tree[$0].role) })
      else { continue }
      steps.append(Step(call: call, effect: effect, isKnown: isKnown, frame: context.frame(of: call.node)))
    }
    return steps
  }

  /// `commit()`, `rollback()`, `begin()`: about other writes.
  private static func isEnd(_ call: CallFact, _ context: UnitContext) -> Bool {
    let words = NameReading.words(NameReading.last(context.tree.name(call.node)))
    return words.contains {
      ["commit", "rollback", "begin", "flush", "transaction", "changes", "savepoint"].contains($0)
    }
  }

  // MARK: - One after the other

  private static func inTurn(_ steps: [Step], in context: UnitContext) -> PendingEntry? {
    guard steps.count > 1 else { return nil }
    var best: PendingEntry?
    for (index, first) in steps.enumerated() {
      for second in steps[(index + 1)...] where second.frame == first.frame {
        guard isPair(first, second, context), context.dominates(first.call.node, second.call.node) else { continue }
        guard let entry = StepDraft(first, second, before: steps[..<index], in: context).entry() else { continue }
        if let kept = best, weight(kept) <= weight(entry) { continue }
        best = entry
      }
    }
    return best
  }

  private static func weight(_ entry: PendingEntry) -> Int {
    (Outcome.allCases.firstIndex(of: entry.outcome) ?? 0) * 10 + entry.stake.order
  }

  /// Whether two steps leave something half done between them.
  private static func isPair(_ first: Step, _ second: Step, _ context: UnitContext) -> Bool {
    switch (first.effect, second.effect) {
    case (.payment, .databaseWrite), (.databaseWrite, .payment): return first.isKnown || second.isKnown
    case (.databaseWrite, .queuePublish): return first.isKnown && second.isKnown
    case (.queuePublish, .databaseWrite): return first.isKnown && second.isKnown
    case (.databaseWrite, .databaseWrite):
      return first.isKnown && second.isKnown && isByStatement(first, context) && isByStatement(second, context)
    default: return false
    }
  }

  /// A statement of its own, done when the call is.
  private static func isByStatement(_ step: Step, _ context: UnitContext) -> Bool {
    // What makes and drops tables is no record of anything.
    guard step.call.known?.effect == .databaseBySQL, let statement = context.statement(of: step.call.node) else {
      return false
    }
    return statement.repetition == .unsafe || statement.repetition == .safe
  }

  // MARK: - For each of many

  /// A payment or a mail for each of many, where the first failure ends it and nobody knows how far it came.
  private static func perElement(_ step: Step, _ steps: [Step], in context: UnitContext) -> PendingEntry? {
    guard step.isKnown, step.effect == .payment || step.effect == .mail,
      let round = context.elementRound(around: step.call.node), context.tree.kind(round.node) == .loop,
      context.tree[round.node].loopKind == .forEach
    else { return nil }
    let tree = context.tree
    // Inside of a retry, a round is another attempt.
    if context.retries.contains(where: { $0.node == round.node }) { return nil }
    let name = context.display(step.call.node)
    let isCaught = tree.ancestors(step.call.node).prefix { $0 != round.node }.contains { above in
      tree.kind(above) == .attempt && !tree.children(above, .handler).isEmpty
    }
    if isCaught {
      guard
        let handler = context.handlers.first(where: { handler in
          tree.contains(tree.parent(handler.node), step.call.node) && round.body.contains(handler.node)
            && handler.verdict == .signals
        })
      else { return nil }
      return PendingEntry(
        .checked,
        step.call.node,
        at: context.headline(step.call.node),
        key: "each \(name)",
        message: "`\(name)` fails for one without the others, and who failed is kept.",
        stake: step.effect == .payment ? .money : .correctness,
        evidence: [("keeps it", handler.node)]
      )
    }
    if case .given = context.deduplicationKey(of: step.call) { return nil }
    // What is written for each one that was done is a record of how far it came.
    if context.calls(in: round.body).contains(where: { $0.node > step.call.node && records($0, context) }) {
      return nil
    }
    return PendingEntry(
      step.effect == .payment ? .flagged : .unverified,
      step.call.node,
      at: context.headline(step.call.node),
      key: "each \(name)",
      message: "The first `\(name)` that fails ends the loop, and nothing tells which were done before it.",
      question: "When `\(name)` fails for one in the middle, who takes up the rest, and who is not served twice then?",
      reason: step.effect == .payment ? nil : "whether the caller runs all of it again is not in this code",
      confidence: step.effect == .payment ? .medium : nil,
      stake: step.effect == .payment ? .money : .correctness,
      evidence: [("for each of these", round.node)]
    )
  }

  private static func records(_ call: CallFact, _ context: UnitContext) -> Bool {
    if call.effect == .databaseWrite || call.effect == .databaseBySQL || call.effect == .cacheWrite { return true }
    let words = NameReading.words(NameReading.last(context.tree.name(call.node)))
    return words.contains {
      ["save", "update", "mark", "append", "add", "push", "commit", "store", "set"].contains($0)
    }
  }

  // MARK: - All at once

  /// Writes that are waited for together, where the first failure hides the others.
  private static func together(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let write = context.calls(in: call.node).first { inner in
      guard inner.node != call.node, inner.known != nil, inner.repetition == .unsafe else { return false }
      switch inner.effect {
      case .payment, .mail, .queuePublish, .databaseWrite, .networkWrite: break
      default: return false
      }
      // Each deals with its own failure.
      return !tree.ancestors(inner.node).prefix { $0 != call.node }.contains { tree.kind($0) == .attempt }
    }
    guard let write, isMany(call, write, context) else { return nil }
    // What one transaction encloses is taken back as a whole.
    let isEnclosed = tree.ancestors(call.node).contains { above in
      if tree.kind(above) == .scoped { return tree[above].scopeKind == .transaction }
      guard tree.kind(above) == .call else { return false }
      if context.call(above)?.known?.part == .transaction { return true }
      return NameReading.words(NameReading.last(tree.name(above))).contains("transaction")
    }
    if isEnclosed { return nil }
    let name = context.display(call.node)
    let shown = context.display(write.node)
    let settles = call.known?.part == .settle || hasOwnResults(call, context)
    if settles {
      guard !tree[call.node].has(.discarded), !context.uses(of: call.node).isEmpty else { return nil }
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: "together \(name)",
        message: "`\(name)` gives the failure of each `\(shown)` back, and they are looked at.",
        stake: stake(write.effect)
      )
    }
    return PendingEntry(
      .flagged,
      call.node,
      at: context.headline(call.node),
      key: "together \(name)",
      message: "The first `\(shown)` that fails hides in `\(name)` which of the others took place.",
      question: "When one `\(shown)` fails, which of the others are done, and who undoes or repeats them?",
      confidence: .medium,
      stake: stake(write.effect),
      evidence: [("one of many", write.node)]
    )
  }

  /// One for each element, or several that are written down.
  private static func isMany(_ call: CallFact, _ write: CallFact, _ context: UnitContext) -> Bool {
    let tree = context.tree
    let inside = tree.ancestors(write.node).prefix { $0 != call.node }
    if inside.contains(where: { tree.kind($0) == .loop || tree.kind($0) == .closure }) { return true }
    return context.calls(in: call.node).filter { $0.effect.writes && $0.repetition == .unsafe }.count > 1
  }

  private static func hasOwnResults(_ call: CallFact, _ context: UnitContext) -> Bool {
    guard case .given(let value) = context.argument("return_exceptions", of: call.node) else { return false }
    return context.tree.kind(value) == .literal && context.tree[value].literalKind == .true
  }

  static func stake(_ effect: Effect) -> Stake {
    switch effect {
    case .payment: .money
    case .databaseWrite, .queuePublish: .dataLoss
    default: .correctness
    }
  }
}
