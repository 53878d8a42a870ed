import Behaviour
import Knowledge

/// A failure that used to stop or to be told still is.
enum WeakenedHandler: Rule {
  static let card = RuleCard(
    id: .weakenedHandler,
    family: .guards,
    summary: "A failure that used to stop the code, or to be told, still does after the change.",
    rationale: """
      A change that makes code run on where it used to stop looks like robustness in a diff, and every test of the \
      good case passes. What is gone is somebody's knowledge: the caller that relied on the error, the alert that \
      woke a person, the status that the client looked at.

      Each call that stands before and after the change is asked where its failure went then and where it goes now: \
      handed on, made up for, told, logged, answered with a default, or dropped. It may rise; where it falls, the \
      change weakened it. Narrowing a handler, or giving back an error value in place of a throw, is no fall.
      """,
    sources: ["CWE-390", "CWE-693", "Gap catalog, S1b and S4a"],
    examples: examples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, let old = context.baseline?.old, old.tree != context.tree else { return }
    var pending: [PendingEntry] = []
    if !context.handlers.isEmpty { pending += handlers(context, old: old) }
    pending += droppedChecks(context, old: old)
    pending += droppedAwaits(context)
    pending += droppedFailures(context)
    ledger.add(.weakenedHandler, pending)
  }

  /// What one call's failure came to, then and now.
  private struct Change {
    var call: NodeIndex
    var old: FailureFate
    var new: FailureFate
  }

  private static func handlers(_ context: UnitContext, old: UnitContext) -> [PendingEntry] {
    let before = FailureFate.all(in: old)
    let now = FailureFate.all(in: context)
    var byHandler: [NodeIndex: [Change]] = [:]
    for (key, fates) in now {
      guard let was = before[key]?.min(by: { $0.verdict < $1.verdict }) else { continue }
      // More calls than before: the ones that fare worst may be new, and new code has no old behaviour.
      let kept = fates.sorted { ($0.verdict, $0.call) < ($1.verdict, $1.call) }
        .dropFirst(max(0, fates.count - (before[key]?.count ?? 0)))
      guard let fate = kept.first, let handler = fate.handler else { continue }
      byHandler[handler.node, default: []].append(Change(call: fate.call, old: was, new: fate))
    }
    return byHandler.sorted { $0.key < $1.key }.compactMap { _, changes in
      let changes = changes.sorted { $0.call < $1.call }
      // What only prepares an argument of another call does not speak where that one does.
      let speakers = changes.filter { change in
        !changes.contains {
          $0.call != change.call && context.tree.contains($0.call, change.call) && isSerious($0.call, in: context)
        }
      }
      // The call that lost most speaks for the handler.
      guard let worst = speakers.max(by: { fall($0) < fall($1) }) else { return nil }
      return resolve(worst, in: context, old: old)
    }
  }

  private static func fall(_ change: Change) -> Int {
    Int(change.old.verdict.rawValue) - Int(change.new.verdict.rawValue)
  }

  private static func resolve(_ change: Change, in context: UnitContext, old: UnitContext) -> PendingEntry? {
    guard let handler = change.new.handler else { return nil }
    let was = change.old.verdict
    switch handler.verdict {
    case _ where was <= handler.verdict:
      if let entry = widened(change, handler, in: context) ?? quieter(change, handler, in: context) { return entry }
      return unchanged(change, handler, in: context, old: old)
    case .propagates: return nil
    case .compensates: return unchanged(change, handler, in: context, old: old)
    case .signals:
      // A plain absence in place of an error is told only to callers that look.
      guard was == .propagates, handler.fallback == .null || handler.fallback == .false else {
        return unchanged(change, handler, in: context, old: old)
      }
      return entry(.flagged, change, handler, in: context, confidence: .medium)
    case .unknown:
      return entry(
        .unverified,
        change,
        handler,
        in: context,
        reason:
          "what `\(context.display(handler.decisive == handler.node ? change.call : handler.decisive))` makes of it "
          + "is not followed here"
      )
    case .logs, .defaults, .empty:
      // A worker's loop that goes on after one item is what such loops are for.
      if case .known(let place) = handler.boundary, handler.logsError, place == "a loop that runs on" { return nil }
      if handler.hasUnknown {
        return entry(.unverified, change, handler, in: context, reason: "part of the handler could not be read")
      }
      // It took what it takes from others before; what was put beside them need not raise such a thing.
      if handler.caught == .specific, stood(handler, besides: change.call, in: context, old: old) { return nil }
      // The same for one that took nearly everything: what is computed beside the rest seldom fails.
      if handler.caught > .specific, !isSerious(change.call, in: context),
        stoodBroad(handler, besides: change.call, in: context, old: old)
      {
        return nil
      }
      // One narrow type in place of another.
      if handler.caught < .system, change.old.isPartlyHandled { return nil }
      let isSure = was == .propagates && handler.comment.isEmpty && isSerious(change.call, in: context)
      return entry(.flagged, change, handler, in: context, confidence: isSure ? .high : .medium)
    }
  }

  /// Whether a handler of the same types that did no more stood around another call of the same attempt.
  private static func stood(
    _ handler: HandlerFact,
    besides call: NodeIndex,
    in context: UnitContext,
    old: UnitContext
  ) -> Bool {
    func names(_ handler: HandlerFact, in context: UnitContext) -> Set<Substring> {
      Set(handler.types.map { NameReading.last(context.tree.name($0)) })
    }
    func tried(_ handler: HandlerFact, in context: UnitContext, besides call: NodeIndex?) -> Set<String> {
      guard let body = context.tree.child(handler.attempt.node, .body) else { return [] }
      return Set(context.calls(in: body).filter { $0.node != call }.map { context.tree.name($0.node) })
    }
    let types = names(handler, in: context)
    let others = tried(handler, in: context, besides: call)
    return !types.isEmpty
      && old.handlers.contains { was in
        was.isWeak && names(was, in: old) == types
          && !tried(was, in: old, besides: nil).isDisjoint(with: others)
      }
  }

  /// Whether a handler that took most failures, and did no more with them, stood around other calls of the attempt.
  private static func stoodBroad(
    _ handler: HandlerFact,
    besides call: NodeIndex,
    in context: UnitContext,
    old: UnitContext
  ) -> Bool {
    guard let body = context.tree.child(handler.attempt.node, .body) else { return false }
    let others = Set(context.calls(in: body).filter { $0.node != call }.map { context.tree.name($0.node) })
    return old.handlers.contains { was in
      guard was.caught > .specific, was.verdict <= handler.verdict,
        let tried = old.tree.child(was.attempt.node, .body)
      else { return false }
      return old.calls(in: tried).contains { others.contains(old.tree.name($0.node)) }
    }
  }

  /// It does something outside, or is waited for: more than a computation.
  private static func isSerious(_ call: NodeIndex, in context: UnitContext) -> Bool {
    guard let fact = context.call(call) else { return false }
    return fact.effect.leavesProcess || context.tree[call].has(.awaited) || context.likelyEffect(of: fact) != .none
  }

  /// It took some errors and takes all of them now.
  private static func widened(_ change: Change, _ handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    guard handler.caught == .root, let old = change.old.handler, old.caught < .root, handler.isWeak else { return nil }
    var entry = entry(.flagged, change, handler, in: context, confidence: .medium)
    entry.message = "This handler took some errors of `\(context.display(change.call))`; now it takes every one."
    return entry
  }

  /// It still logs, but where fewer people look.
  private static func quieter(_ change: Change, _ handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    guard let old = change.old.handler?.log, let new = handler.log, handler.verdict == .logs,
      old.level >= .warning, new.level < .warning
    else { return nil }
    var entry = entry(.flagged, change, handler, in: context, confidence: .medium)
    entry.message =
      "A failure of `\(context.display(change.call))` used to be logged as \(old.level); now as \(new.level)."
    return entry
  }

  /// The handler changed, and what it does did not become less.
  private static func unchanged(
    _ change: Change,
    _ handler: HandlerFact,
    in context: UnitContext,
    old: UnitContext
  ) -> PendingEntry? {
    guard let before = change.old.handler, before.verdict >= .signals, handler.verdict >= .signals else { return nil }
    var a = StructuralHash()
    a.combine(handler.node, of: context.tree, locals: context.localNames)
    var b = StructuralHash()
    b.combine(before.node, of: old.tree, locals: old.localNames)
    guard a.value != b.value else { return nil }
    return PendingEntry(
      .checked,
      handler.node,
      at: handler.header,
      key: "kept \(context.display(change.call))",
      message:
        "The handler changed, and a failure of `\(context.display(change.call))` still \(words(handler.verdict)).",
      stake: stake(change, in: context),
      evidence: handler.decisive == handler.node ? [] : [("here", handler.decisive)]
    )
  }

  private static func entry(
    _ outcome: Outcome,
    _ change: Change,
    _ handler: HandlerFact,
    in context: UnitContext,
    reason: String? = nil,
    confidence: Confidence? = nil
  ) -> PendingEntry {
    let callee = context.display(change.call)
    let value = context.words(for: handler.fallback, at: handler.fallbackNode)
    var now = words(handler.verdict)
    if handler.verdict <= .logs,
      handler.fallback.isConstant || handler.fallback == .nothing && handler.verdict == .defaults
    {
      now = handler.verdict == .logs ? "is logged and answered with \(value)" : "is answered with \(value)"
    } else if handler.verdict == .signals {
      now = "is answered with \(value)"
    }
    var evidence: [(note: String, node: NodeIndex)] = [("may fail", change.call)]
    if let node = handler.fallbackNode, handler.isWeak || handler.verdict == .signals {
      evidence.append(("goes on with this", node))
    }
    return PendingEntry(
      outcome,
      handler.node,
      at: handler.header,
      key: "weakened \(handler.verdict) \(callee)",
      message: outcome == .unverified
        ? "Before this change a failure of `\(callee)` \(wasWords(change.old.verdict)); now it may end here."
        : "Before this change a failure of `\(callee)` \(wasWords(change.old.verdict)); now it \(now).",
      question:
        "Before this change a failure of `\(callee)` \(wasWords(change.old.verdict)): who relies on that, and how "
        + "do they learn of it now?",
      reason: reason,
      confidence: confidence,
      stake: stake(change, in: context),
      evidence: evidence
    )
  }

  private static func stake(_ change: Change, in context: UnitContext) -> Stake {
    Stake(losing: context.call(change.call)?.effect ?? .none)
  }

  private static func words(_ verdict: Verdict) -> String {
    switch verdict {
    case .propagates: "goes on to the caller"
    case .compensates: "is made up for"
    case .signals: "is told"
    case .unknown: "may end here"
    case .logs: "is only logged"
    case .defaults: "is answered with a default"
    case .empty: "ends here without a trace"
    }
  }

  private static func wasWords(_ verdict: Verdict) -> String {
    switch verdict {
    case .propagates: "reached the caller"
    case .compensates: "was made up for"
    case .signals: "was told"
    case .unknown: "was dealt with elsewhere"
    case .logs: "was logged"
    case .defaults: "was answered with a default"
    case .empty: "was dropped"
    }
  }
}
