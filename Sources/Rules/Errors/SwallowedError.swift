import Behaviour
import Knowledge

/// A failure that was caught reaches somebody.
enum SwallowedError: Rule {
  static let card = RuleCard(
    id: .swallowedError,
    family: .errors,
    summary: "A failure that is caught reaches a caller, an operator or something that makes up for it.",
    rationale: """
      Code that catches an error and goes on as if nothing had happened turns a loud failure into a silent one: the \
      next step works with an empty list, a zero or an old value, and nobody learns why. It is the shape in which \
      written-by-machine code fails most often, because every test of the good case passes.

      A handler meets the obligation when on every way through it the error goes on (raise, reject, `next(err)`, a \
      failing exit), is told (an error value, a status of 400 or more, an alert, a list of failures that is read \
      later), or is made up for (a rollback, another source, an attempt within bounds). A line in a log is enough \
      where errors may end: at the program's start, in a request handler, in a worker's loop. A type that is an \
      answer rather than a failure (`FileNotFoundError`, `KeyError`) may end anywhere.
      """,
    sources: ["CWE-390", "CWE-391", "CWE-1069"],
    examples: examples + interruptExamples + endExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for handler in context.handlers {
      if let entry = resolve(handler, in: context) { pending.append(entry) }
    }
    pending += discardedOutcomes(in: context)
    ledger.add(.swallowedError, pending)
  }

  /// The outcome for one handler; nil where nothing was at stake.
  private static func resolve(_ handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    if handler.caught == .leaving { return interrupted(handler, in: context) }
    guard !handler.attempt.isCleanup, !mustNotRaise(context) else { return nil }
    let entry = Draft(handler, context)
    if !handler.isWeak, handler.verdict != .unknown { return entry.checked() }
    switch handler.caught {
    case .leaving: return nil
    case .absence: return resolveAbsence(entry)
    case .conversion:
      guard case .effect = handler.atStake, handler.fallback.isConstant, handler.fallback != .null else { return nil }
      return entry.unverified(because: "\(entry.types) may mean a damaged answer as well as an absent one")
    case .specific, .system, .root: break
    }
    if case .effect = handler.atStake, isCacheMiss(handler) { return nil }
    if case .effect = handler.atStake, isProbe(handler, in: context) {
      guard handler.isWeak, entry.isAnswered else { return nil }
      return entry.unverified(because: "a file that must not be read and one that is not there give the same")
    }
    switch entry.excuse {
    case .none: break
    case .silent: return nil
    case .says(let excuse): return excuse
    }
    if handler.isRetried, handler.isWeak {
      guard case .effect = handler.atStake else { return nil }
      return entry.unverified(
        because: "it is tried again, and what is left when the last try fails is not followed here"
      )
    }
    switch handler.atStake {
    case .nothing: return nil
    case .effect(let call): return resolve(entry, effect: call)
    case .several: return handler.caught == .root ? resolveSeveral(entry) : resolveNamed(entry)
    case .one(let call): return handler.caught == .root ? resolveOne(entry, call) : resolveNamed(entry)
    }
  }

  /// What is not there may be an answer, where the handler gives one: not where it does nothing and the function ends
  /// without a value, or where what is logged as a failure is answered as if it were none.
  private static func resolveAbsence(_ entry: Draft) -> PendingEntry? {
    let handler = entry.handler
    guard case .effect = handler.atStake, handler.isWeak else { return nil }
    if handler.fallback == .stale, let read = handler.fallbackNode, entry.context.tree.kind(read) == .read {
      let name = entry.context.shown(entry.context.unit.written(entry.context.tree.name(read)))
      return entry.unverified(because: "`\(name)` is used behind it, and got no value here")
    }
    let isUnsaid = (handler.fallbackNode ?? handler.node) == handler.node
    let saysNothing =
      isUnsaid
      && (handler.fallback != .nothing
        || entry.endsFunction
          && HandlerReader.givesValues(in: entry.context, beside: handler.node))
    if handler.log == nil, !saysNothing { return entry.checkedAsAnswer() }
    if handler.log == nil, entry.mayBeAbsent { return entry.checkedAsAnswer() }
    return entry.unverified(
      because: "whether \(entry.types) is an answer to those who call is not to be told from here"
    )
  }

  /// A thread that was asked to end, and whose request is forgotten: what waits next waits to its end.
  private static func interrupted(_ handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard handler.isWeak, handler.comment.isEmpty, !handler.types.isEmpty, !context.isScript(),
      handler.types.allSatisfy({ NameReading.last(tree.name($0)) == "InterruptedException" }),
      let body = handler.body
    else { return nil }
    // Asked again, or taken for the end that it is.
    let ways = context.ways(outOf: body)
    guard ways == .falls || ways == .continues else { return nil }
    let asks = context.calls(in: body).contains { NameReading.last(tree.name($0.node)) == "interrupt" }
    guard !asks else { return nil }
    if case .known = handler.boundary { return nil }
    return PendingEntry(
      .flagged,
      handler.node,
      at: handler.header,
      key: "interrupted",
      message:
        "The thread was asked to end, and that is forgotten here: whoever asked cannot tell, nor what runs next.",
      question: "Who ends this thread when its interruption is lost?",
      confidence: .medium,
      stake: .availability
    )
  }

  /// Methods that are called while something is shown or taken down: an error of theirs would hide another.
  private static func mustNotRaise(_ context: UnitContext) -> Bool {
    context.unit.kind == .method && quietMethods.contains(context.unit.name)
  }

  private static let quietMethods: Set<String> = [
    "__repr__", "__str__", "__format__", "__del__", "toString", "_repr_html_", "_repr_pretty_",
  ]

  /// Files that cannot be looked at are taken for files that are not there: `try: os.stat(p) except OSError: …`. Where
  /// a handler cannot name what it takes, absence alone is taken for that.
  private static func isProbe(_ handler: HandlerFact, in context: UnitContext) -> Bool {
    guard handler.attempt.effects.allSatisfy({ $0.effect == .fileRead }) else { return false }
    if handler.attempt.effects.allSatisfy({ $0.known?.part == .exists }) { return true }
    // Nobody writes down that a file is not there where that is an answer.
    if handler.log != nil { return false }
    // What goes on with a result that there is not was no question.
    if handler.fallback == .stale, handler.fallbackNode != nil { return false }
    guard !context.handlersNameTypes else { return handler.caught == .system }
    return !handler.fallback.isConstant || handler.fallback == .null || handler.fallback == .false
  }

  /// What is missed in a cache is got elsewhere.
  private static func isCacheMiss(_ handler: HandlerFact) -> Bool {
    handler.attempt.effects.allSatisfy { $0.effect == .cacheRead }
  }
}

// MARK: - Weak handlers

extension SwallowedError {
  /// The body does something outside, by the catalog.
  private static func resolve(_ entry: Draft, effect call: CallFact) -> PendingEntry {
    let handler = entry.handler
    if handler.verdict == .unknown { return entry.unverified(because: entry.unknownReason) }
    // Where no handler can name a type, taking all is nobody's choice: what may well be an answer weighs less.
    let isChoice = entry.context.handlersNameTypes || !(call.effect == .fileRead || call.effect == .process)
    let isRoot = handler.caught == .root && isChoice
    // Programs are asked for what the system has: one that cannot be run is an answer as often as a failure.
    if call.effect == .process, !isRoot, handler.log == nil, !entry.isAnswered || !isChoice {
      return entry.unverified(because: "whether a program that cannot be run is an answer here is not to be told")
    }
    if call.effect == .cacheWrite {
      return entry.unverified(because: "whether anything but speed depends on this cache is not to be told from here")
    }
    if handler.isWeak, entry.isCleanup, handler.fallback == .nothing {
      return entry.unverified(because: "what gives something back can hardly do more")
    }
    if handler.fallback == .false || handler.verdict == .empty, entry.isPredicate {
      return entry.unverified(because: "a plain no may be the right answer to a question that cannot be asked")
    }
    let isWrite = call.effect.writes && call.effect != .process
    if handler.verdict == .empty {
      return entry.flagged(isRoot || isWrite && handler.caught == .specific ? .high : .medium)
    }
    switch handler.fallback {
    case .null, .false:
      if entry.mayBeAbsent, !isWrite {
        return entry.unverified(because: "the declared type lets it be absent: what callers take that for is theirs")
      }
      if isRoot || isWrite { return entry.flagged(.medium) }
      return entry.unverified(because: "whether every caller tells \(entry.value) from an answer is not in reach")
    case .stale where handler.fallbackNode != nil: return entry.flagged(isRoot ? .high : .medium)
    case .nothing, .stale, .named, .parameter:
      guard handler.verdict == .logs, call.effect != .payment, handler.logsError,
        let log = handler.log, log.level >= .warning || log.traces, !entry.isAsked
      else { return entry.flagged(.medium) }
      return entry.unverified(because: "whether a line in the log reaches anybody is not to be seen here")
    default: return entry.flagged(isRoot ? .high : .medium)
    }
  }

  /// Several calls that nobody knows, and every failure of theirs.
  private static func resolveSeveral(_ entry: Draft) -> PendingEntry? {
    let handler = entry.handler
    guard handler.isWeak, !entry.isCleanup else { return nil }
    if handler.verdict == .empty || entry.isAnswered { return entry.flagged(.medium) }
    switch handler.fallback {
    case .null, .false:
      guard handler.fallback == .null || !entry.isPredicate else { return nil }
      return entry.unverified(because: "whether every caller tells \(entry.value) from an answer is not in reach")
    case .stale where handler.fallbackNode != nil:
      return entry.unverified(because: "whether \(entry.value) still serves is not to be told from here")
    default:
      return entry.unverified(because: "whether a line in the log reaches anybody is not to be seen here")
    }
  }

  /// Calls that nobody knows, and failures that somebody chose: what they mean is for those to say who know the calls.
  private static func resolveNamed(_ entry: Draft) -> PendingEntry? {
    let handler = entry.handler
    guard handler.isWeak, !entry.isCleanup, !entry.isPredicate else { return nil }
    return entry.unverified(because: "whether \(entry.types) of `\(entry.callee)` may end here is not in reach")
  }

  /// One call that nobody knows: asked where it ends in silence, or is by its name something that matters.
  private static func resolveOne(_ entry: Draft, _ call: NodeIndex) -> PendingEntry? {
    let handler = entry.handler
    guard handler.isWeak, !entry.isCleanup else { return nil }
    return entry.unverified(because: "what `\(entry.callee)` does, and how it fails, is not in reach")
  }
}
