import Behaviour
import Knowledge

/// A handler takes what it can deal with, and lets bugs and cancellations pass.
enum BroadCatch: Rule {
  static let card = RuleCard(
    id: .broadCatch,
    family: .errors,
    summary: "A handler catches only what it can deal with; bugs, cancellations and exits pass.",
    rationale: """
      A handler of every error was written with one failure in mind, the one that its author saw. It also takes the \
      misspelled name, the wrong type, the full disk, the cancelled task and the request to exit, and answers all of \
      them as if they were that one. The more calls stand in its body, the less it can know which of them failed.

      The obligation is met where the handler hands the error on, picks out what it means by a look at the error, or \
      stands where errors may end and logs with the error. Where none of the calls resolves, nobody can say which \
      failures are to be expected: that is asked.
      """,
    sources: ["CWE-396", "SonarSource RSPEC-5754, RSPEC-2221", "ruff BLE001"],
    examples: examples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    // Where failures are values, a call names those that it may give, and a bug is none of them.
    guard !context.isExempt, !context.file.context.facts.has(.failuresAreValues) else { return }
    var pending: [PendingEntry] = []
    for handler in context.handlers where handler.caught == .root {
      if let entry = resolve(handler, in: context) { pending.append(entry) }
    }
    ledger.add(.broadCatch, pending)
  }

  private static func resolve(_ handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    let attempt = handler.attempt
    guard !attempt.isCleanup, arises(handler, in: context), !isTeardown(handler, in: context) else { return nil }
    if handler.verdict == .propagates {
      let place = handler.selects ?? handler.decisive
      let how = handler.selects == nil ? "hands the error on" : "picks out by a look what may end here"
      return entry(
        .checked,
        handler,
        in: context,
        "The handler of \(context.types(of: handler)) \(how).",
        [("here", place)]
      )
    }
    guard handler.verdict < .signals || takesExits(handler, in: context) else { return nil }
    if let place = handler.boundary.place, handler.logsError, !takesExits(handler, in: context) {
      return entry(.checked, handler, in: context, "Errors of any kind may end in \(place), and it logs them.", [])
    }
    if takesExits(handler, in: context), attempt.fallible > 0 {
      let isTask = context.unit.traits.contains(.async)
      return flagged(
        handler,
        in: context,
        isTask ? "also takes the task's cancellation and the request to exit" : "also takes the request to exit"
      )
    }
    if attempt.effects.isEmpty {
      // Without one call that is known, nobody can say what the handler is for; asked where a log alone answers.
      guard handler.verdict == .logs, handler.fallback == .nothing || handler.fallback == .stale else { return nil }
      return entry(
        .unverified,
        handler,
        in: context,
        "One handler takes every error of \(attempt.guesses.count) calls.",
        [],
        reason: "what `\(callee(handler, context))` raises is not in reach"
      )
    }
    return flagged(handler, in: context, "also takes an error from a bug in any of \(attempt.fallible) calls")
  }

  /// Giving back several things, each as far as it goes.
  private static func isTeardown(_ handler: HandlerFact, in context: UnitContext) -> Bool {
    UnitPromise.isCleanup(context.unit.name) && !takesExits(handler, in: context)
  }

  private static func arises(_ handler: HandlerFact, in context: UnitContext) -> Bool {
    let attempt = handler.attempt
    if !handler.types.isEmpty || context.handlersNameTypes {
      return attempt.fallible >= 2 || attempt.fallible == 1 && takesExits(handler, in: context)
    }
    // Where no handler can name a type, only what it does with the error tells: two effects, and no look at it.
    let effects = attempt.effects.filter { ![.fileRead, .process, .cacheRead, .cacheWrite].contains($0.effect) }
    guard effects.count >= 2 else { return false }
    return handler.verdict == .propagates && handler.selects != nil
      || handler.error.isEmpty || !(handler.body.map { context.reads(handler.error, in: $0) } ?? false)
  }

  /// Takes what asks the program or a task to end, too.
  private static func takesExits(_ handler: HandlerFact, in context: UnitContext) -> Bool {
    guard context.handlersNameTypes, handler.verdict < .propagates else { return false }
    let exits = context.file.context.facts.exits
    let takes =
      handler.types.isEmpty
      ? exits.contains("")
      : handler.types.contains { exits.contains(String(NameReading.last(context.tree.name($0)))) }
    guard takes, handler.types.isEmpty || handler.verdict < .signals else { return false }
    // A handler before it may have dealt with them.
    return !context.handlers.contains {
      $0.attempt.node == handler.attempt.node && $0.node < handler.node
        && ($0.caught == .leaving || $0.verdict == .propagates && $0.caught == .specific)
    }
  }

  private static func flagged(_ handler: HandlerFact, in context: UnitContext, _ what: String) -> PendingEntry? {
    if handler.attempt.hasUnknown || handler.hasUnknown {
      return entry(
        .unverified,
        handler,
        in: context,
        "The handler of \(context.types(of: handler)) \(what).",
        [],
        reason: "part of this attempt could not be read"
      )
    }
    if context.file.context.traits.contains(.oneOff) || !handler.comment.isEmpty {
      return entry(
        .unverified,
        handler,
        in: context,
        "The handler of \(context.types(of: handler)) \(what).",
        [],
        reason: handler.comment.isEmpty
          ? "a script may be watched by the person who runs it"
          : "a comment says “\(context.shown(handler.comment))”, which the code cannot confirm"
      )
    }
    return entry(.flagged, handler, in: context, "The handler of \(context.types(of: handler)) \(what).", [])
  }

  private static func callee(_ handler: HandlerFact, _ context: UnitContext) -> String {
    handler.call.map { context.display($0) } ?? "the body"
  }

  private static func entry(
    _ outcome: Outcome,
    _ handler: HandlerFact,
    in context: UnitContext,
    _ message: String,
    _ evidence: [(note: String, node: NodeIndex)],
    reason: String? = nil
  ) -> PendingEntry {
    let count = handler.attempt.fallible
    var evidence = evidence.filter { $0.node != handler.node }
    if outcome != .checked {
      evidence += (handler.attempt.effects.map(\.node) + handler.attempt.guesses).sorted().prefix(3)
        .map { ("may fail", $0) }
    }
    return PendingEntry(
      outcome,
      handler.node,
      at: handler.header,
      key: "broad \(handler.verdict) \(callee(handler, context))",
      message: message,
      question: outcome == .checked
        ? nil
        : count > 1
          ? "Which failures of these \(count) calls is the handler meant for, and what should the others do?"
          : "Which failure of `\(callee(handler, context))` is the handler meant for, and what should the others do?",
      reason: reason,
      confidence: outcome == .flagged ? .medium : nil,
      stake: handler.stake,
      evidence: evidence
    )
  }
}
