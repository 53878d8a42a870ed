import Behaviour
import Knowledge

/// A lock that is taken is given back on every way out, and not held over what may block.
enum LockLeak: Rule {
  static let card = RuleCard(
    id: .lockLeak,
    family: .concurrency,
    summary: "A lock that is taken is given back on every way out, and is not held while something may block.",
    rationale: """
      A lock that stays taken because the call before its release failed does not fail itself: everybody else waits, \
      without end and without an error. A lock held over a request, a query or a sleep does the same for as long as \
      the other side takes. And a lock in a cache or a database that no time ends outlives the process that took it.

      The obligation is met by a construct that holds the lock for a body (`with`, `synchronized`, `withLock`, a \
      guard), by `defer` or `finally`, and for locks that many programs share by a time after which they end. A lock \
      that is taken here and given back elsewhere is asked about; so is the owner of a key that is deleted without a \
      look at whose it is. Functions whose purpose it is to take a lock, and semaphores that are signals, are left \
      alone.
      """,
    sources: ["CWE-667", "CWE-764", "CWE-833", "Error Prone LockNotBeforeTry", "clippy await_holding_lock", "SA2003"],
    examples: examples + checkedExamples + unverifiedExamples + silentExamples + changeExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    var pending: [PendingEntry] = []
    for hold in context.holds where hold.holding.isLock {
      if let entry = resolve(hold, in: context) { pending.append(entry) }
    }
    for hold in context.likelyLocks {
      if let entry = resolve(hold, in: context) { pending.append(entry) }
    }
    for scope in context.lockScopes {
      if let entry = resolve(scope: scope, in: context) { pending.append(entry) }
    }
    LostRelease.add(to: &pending, in: context, ofLocks: true)
    guard !pending.isEmpty else { return }
    pending.sort { $0.node < $1.node }
    ledger.add(.lockLeak, pending)
  }

  // MARK: Locks by calls

  private static func resolve(_ hold: HoldFact, in context: UnitContext) -> PendingEntry? {
    if hold.holding.subject == .key { return SharedLock.resolve(hold, in: context) }
    let tree = context.tree
    let node = hold.call.node
    let name = lockName(hold, in: context)
    if let entry = misplaced(hold, name, in: context) { return entry }
    switch hold.fate {
    case .scoped(let scope):
      return heldOver(hold.during, node, name, isAsync: waits(hold), scope: scope, in: context)
        ?? entry(.checked, node, in: context, "`\(name)` is given back where its scope ends.", [])
    case .always(let release):
      return heldOver(hold.during, node, name, isAsync: waits(hold), scope: nil, in: context)
        ?? entry(.checked, node, in: context, "`\(name)` is given back on every way out.", [("here", release)])
    case .onSuccess(let release, let leaves):
      // To leave with it held is what such a function is called for.
      if leaves.kind == .returns, keepsByName(context) { return nil }
      let isSure = leaves.isSure && !hold.call.path.isEmpty && !context.isScript()
      return entry(
        .flagged,
        node,
        in: context,
        "`\(name)` is given back only where nothing before that leaves.",
        [(note(leaves), leaves.node), ("given back here", release)].filter { $0.node != tree.root },
        question: question(leaves, name, in: context),
        confidence: isSure ? .high : .medium
      )
    case .late(let release, let loop):
      return entry(
        .flagged,
        node,
        in: context,
        "`\(name)` is taken in each round, and given back only when the function ends.",
        [("each round takes it again", loop), ("waits for the end of the function", release)],
        question: "Who gives `\(name)` back before the second round takes it?",
        confidence: .high
      )
    case .unread(let unread):
      return entry(
        .unverified,
        node,
        in: context,
        "Whether `\(name)` is given back cannot be told.",
        [("could not be read", unread)],
        question: "Is `\(name)` given back on every way out of `\(context.unit.name)`?",
        reason: "part of the code behind it could not be read"
      )
    case .never(let leaves): return never(hold, leaves, name, in: context)
    case .handed, .passed, .unnamed, .open: return nil
    }
  }

  private static func never(
    _ hold: HoldFact,
    _ leaves: HoldFlow.Exit?,
    _ name: String,
    in context: UnitContext
  ) -> PendingEntry? {
    // A guard is given back where its name ends; a permit may be a signal.
    guard leaves != nil, hold.holding.what == "lock", hold.holding.subject != .value || !waits(hold) else { return nil }
    guard !context.file.context.facts.has(.dropsAtScopeEnd), !takesByName(context) else { return nil }
    // Taken twice by mistake: the other place says so.
    if context.holds.contains(where: { other in
      other.call.node > hold.call.node && other.name == hold.name
        && context.display(other.call.node) == context.display(hold.call.node)
    }) {
      return nil
    }
    return entry(
      .unverified,
      hold.call.node,
      in: context,
      "`\(name)` is taken here, and not given back in `\(context.unit.name)`.",
      [],
      question: "Who gives `\(name)` back, also when what follows fails?",
      reason: "`\(name)` is released by other code, not visible here"
    )
  }

  /// A function whose purpose it is to take a lock.
  private static func takesByName(_ context: UnitContext) -> Bool {
    NameReading.words(context.unit.name).contains { takers.contains($0) }
  }

  private static func keepsByName(_ context: UnitContext) -> Bool {
    NameReading.words(context.unit.name).contains { keepers.contains($0) }
  }

  private static let keepers: Set<String> = [
    "lock", "trylock", "rlock", "wlock", "acquire", "reserve", "obtain", "enter", "aenter", "hold",
  ]
  private static let takers: Set<String> = [
    "lock", "acquire", "enter", "begin", "locked", "take", "hold", "try", "open", "start", "wait", "aenter", "reserve",
    "trylock", "rlock", "pause", "obtain", "grab", "claim", "up",
  ]

  private static func waits(_ hold: HoldFact) -> Bool { hold.holding.isAsync || hold.holding.isDistributed }

  /// Taken where it should be given back, given back right away, or dropped at once.
  private static func misplaced(_ hold: HoldFact, _ name: String, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let node = hold.call.node
    let finalizer = tree.ancestors(node).first { tree[$0].role == .finalizer }
    if let finalizer, hold.holding.subject == .receiver, context.file.context.facts.has(.finalizersSetResults),
      !context.calls(in: finalizer).contains(where: { isRelease($0.node, hold, in: context) })
    {
      return entry(
        .flagged,
        node,
        in: context,
        "`\(name)` is taken when the function ends, where it should be given back.",
        [],
        question: "Was `\(context.display(node))` meant to give `\(name)` back here?",
        confidence: .high
      )
    }
    if hold.holding.subject == .value, isDroppedAtOnce(node, in: context) {
      return entry(
        .flagged,
        node,
        in: context,
        "The guard of `\(name)` is dropped at once, so nothing is held.",
        [],
        question: "What was `\(context.display(node))` meant to keep out, once its guard is gone?",
        confidence: hold.call.path.isEmpty ? .medium : .high
      )
    }
    if case .always(let release) = hold.fate, hold.during.isEmpty, tree[node].has(.discarded),
      tree.parent(node) == tree.parent(release), tree[node].next == release, tree[release].has(.discarded)
    {
      return entry(
        .flagged,
        node,
        in: context,
        "`\(name)` is given back right after it was taken: nothing happens in between.",
        [("given back here", release)],
        question: "What was `\(name)` meant to guard: should this release wait for the end of the function?",
        confidence: .medium
      )
    }
    return nil
  }

  private static func isDroppedAtOnce(_ node: NodeIndex, in context: UnitContext) -> Bool {
    guard context.file.context.facts.has(.dropsAtScopeEnd) else { return false }
    return context.tree.destination(of: node).kind == .voided
  }

  private static func isRelease(_ call: NodeIndex, _ hold: HoldFact, in context: UnitContext) -> Bool {
    let name = context.tree.name(call)
    return hold.holding.until.contains(String(NameReading.last(name))) && NameReading.base(name) == hold.name
  }

  // MARK: Locks by scopes

  private static func resolve(scope: LockScope, in context: UnitContext) -> PendingEntry? {
    let name = context.wording(of: scope.lock)
    let during = context.tree.child(scope.node, .body).map { context.calls(in: $0).map(\.node) } ?? []
    return heldOver(during, scope.lock, name, isAsync: scope.isAsync, scope: scope.node, in: context)
      ?? entry(.checked, scope.lock, in: context, "`\(name)` is given back where its scope ends.", [])
  }

  // MARK: What happens meanwhile

  private static func heldOver(
    _ during: [NodeIndex],
    _ node: NodeIndex,
    _ name: String,
    isAsync: Bool,
    scope: NodeIndex?,
    in context: UnitContext
  ) -> PendingEntry? {
    guard !isAsync else { return nil }
    let tree = context.tree
    let end = scope.flatMap { guardEnd($0, in: context) }
    let frame = context.frame(of: node)
    if let scope, let body = tree.child(scope, .body), !tree[scope].has(.async) {
      let waiting = tree.subtree(body).first { at in
        tree.kind(at) == .await && end.map { at < $0 } ?? true && context.frame(of: at) == frame
      }
      if let waiting {
        return entry(
          .flagged,
          node,
          in: context,
          "`\(name)` blocks its thread, and is held while this code waits.",
          [("waits here", waiting)],
          question: "While this waits, who else may run on the same thread and ask for `\(name)`?",
          confidence: .high
        )
      }
    }
    let slow = during.first { at in
      guard context.frame(of: at) == frame, end.map({ at < $0 }) ?? true, let call = context.call(at) else {
        return false
      }
      return isSlow(call, in: context)
    }
    guard let slow else { return nil }
    let callee = context.display(slow)
    return entry(
      .flagged,
      node,
      in: context,
      "`\(name)` is held while `\(callee)` is waited for.",
      [("waited for here", slow)],
      question: "While `\(callee)` takes its time, how long do the others wait for `\(name)`?",
      confidence: .medium
    )
  }

  /// Where a guard is given back before its scope ends (`drop(guard)`).
  private static func guardEnd(_ scope: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    guard let target = tree.child(scope, .target), let body = tree.child(scope, .body) else { return nil }
    let name = tree.name(target)
    for call in context.calls(in: body) {
      let callee = tree.name(call.node)
      if NameReading.last(callee) == "drop", context.reads(name, in: call.node) { return call.node }
      // Given away by its value: `condition.wait(guard)` gives one back.
      if NameReading.root(callee) == name, ["unlock", "release"].contains(NameReading.last(callee)) {
        return call.node
      }
    }
    return nil
  }

  private static func isSlow(_ call: CallFact, in context: UnitContext) -> Bool {
    switch call.effect {
    case .networkRead, .networkWrite, .networkByVerb, .databaseRead, .databaseWrite, .databaseBySQL, .payment, .mail,
      .queuePublish, .cloud:
      // Something in the chain before may only prepare; what fails or waits is the effect.
      guard let known = call.known, context.certainty(call) > .nameOnly else { return false }
      return !known.failure.isEmpty || known.blocks || known.isAsync
    default: return call.known?.part == .sleep
    }
  }

  // MARK: Words

  private static func lockName(_ hold: HoldFact, in context: UnitContext) -> String {
    if !hold.name.isEmpty { return context.shown(context.unit.written(hold.name)) }
    let base = NameReading.base(context.tree.name(hold.call.node))
    return base.isEmpty ? context.display(hold.call.node) : context.shown(context.unit.written(String(base)))
  }

  private static func note(_ exit: HoldFlow.Exit) -> String {
    switch exit.kind {
    case .raises: "may leave here"
    case .returns: "leaves here"
    case .ends: "ends here"
    case .breaks, .continues: "goes on elsewhere"
    case .repeats: "comes round again"
    }
  }

  private static func question(_ exit: HoldFlow.Exit, _ name: String, in context: UnitContext) -> String {
    guard exit.kind == .raises, context.tree.kind(exit.node) == .call else {
      return "Where this leaves before the end, who gives `\(name)` back, and how long do others wait?"
    }
    return
      "If `\(context.display(exit.node))` fails while `\(name)` is held, who gives it back, and how long do others "
      + "wait?"
  }

  static func entry(
    _ outcome: Outcome,
    _ node: NodeIndex,
    in context: UnitContext,
    _ message: String,
    _ evidence: [(note: String, node: NodeIndex)],
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil
  ) -> PendingEntry {
    PendingEntry(
      outcome,
      node,
      at: context.tree.kind(node) == .call ? context.headline(node) : nil,
      key: "lock \(outcome) \(context.wording(of: node))",
      message: message,
      question: question,
      reason: reason,
      confidence: confidence,
      stake: outcome == .checked ? .upkeep : .availability,
      evidence: evidence
    )
  }
}
