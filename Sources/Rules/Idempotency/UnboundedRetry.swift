import Behaviour
import Knowledge

/// Retries end, and leave time between them.
enum UnboundedRetry: Rule {
  static let card = RuleCard(
    id: .unboundedRetry,
    family: .idempotency,
    summary: "Retries end, leave more and more time between them, and do not multiply.",
    rationale: """
      What is down stays down because its callers do not let it up: each of them tries again at once, or all together \
      after the same second, and those that never give up hold a thread, a connection and a user for as long as it \
      lasts. A retry meets the obligation when a number of attempts or a deadline ends it and the pause between two \
      attempts grows or is spread by chance. A loop that keeps a connection for the life of a program may go on for as \
      long as nobody asks it to stop, with a pause. A retry inside of a retry multiplies both; a failure that the next \
      attempt must meet too (a refused login, a request that is not valid) is not worth one.
      """,
    sources: ["CWE-835", "CWE-400", "CWE-799"],
    examples: examples + scriptExamples + compiledExamples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt else { return }
    let policies = context.calls.filter { context.repetition(by: $0) != nil }
    var pending = requeues(in: context)
    guard !context.retries.isEmpty || !policies.isEmpty || !pending.isEmpty else { return }
    for region in context.retries {
      if let entry = entry(for: region, in: context) { pending.append(entry) }
    }
    for policy in policies where !context.retries.contains(where: { $0.node == policy.node }) {
      if let entry = entry(forPolicy: policy, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.unboundedRetry, pending.sorted { $0.node < $1.node }) }
  }

  // MARK: - Regions

  private static func entry(for region: RetryRegion, in context: UnitContext) -> PendingEntry? {
    if region.kind == .decorator || region.kind == .policy { return entry(forPolicyOf: region, in: context) }
    guard let work = context.work(of: region) else { return nil }
    var draft = RetryDraft(work, region: region, in: context)
    if let outer = draft.outerRegion { return draft.flagged(.nested(outer)) }
    if let handler = draft.hopeless { return draft.flagged(.hopeless(handler)) }
    switch region.bound {
    case .none: return endless(&draft, in: context)
    case .unknown: return draft.unverified("how often it is tried is decided where it cannot be seen from here")
    case .attempts(let count) where count <= 1: return nil
    case .attempts, .limited: return bounded(draft)
    }
  }

  /// Nothing ends it but success.
  private static func endless(_ draft: inout RetryDraft, in context: UnitContext) -> PendingEntry? {
    guard draft.work.isKnown || draft.work.effect != .none || draft.takesRoot else { return nil }
    if let stop = draft.stop {
      switch draft.pause {
      case .none:
        return draft.work.isKnown && draft.work.isShared ? draft.flagged(.breathless) : nil
      case .growing: return draft.checked("until it is asked to stop", [stop])
      case .fixed, .unknown: return nil
      }
    }
    if draft.pause != .none {
      if context.isScript() || draft.isAtStart {
        return draft.unverified("whether something else ends it where it does not come up is not in the code")
      }
      if case .unknown = draft.pause, !draft.work.isKnown {
        return draft.unverified("how long it waits, and whether that ends it, is decided where it is not seen")
      }
    }
    return draft.flagged(.endless)
  }

  private static func bounded(_ draft: RetryDraft) -> PendingEntry? {
    switch draft.pause {
    case .growing: return draft.checked(draft.limitClause)
    case .none:
      if draft.expectsConflict { return draft.checked(draft.limitClause) }
      // Once more at once is what a lost connection needs.
      if case .attempts(let count) = draft.region?.bound, count <= 2 { return nil }
      guard draft.work.isKnown else { return nil }
      return draft.work.isShared ? draft.flagged(.breathless) : nil
    case .fixed(_, let seconds):
      guard draft.work.isKnown, draft.work.isShared, !draft.isWatched else { return nil }
      if case .attempts(let count) = draft.region?.bound, count <= 3, seconds ?? 1 >= 1 {
        return draft.unverified("whether many come back at the same moment is not to be told from here")
      }
      guard let seconds, seconds < 60 else {
        return draft.unverified("how long it waits each time is set where it is not seen")
      }
      return draft.flagged(.inStep)
    case .unknown: return draft.unverified("how long it waits between two tries is decided where it is not seen")
    }
  }

  // MARK: - Policies

  private static func entry(forPolicyOf region: RetryRegion, in context: UnitContext) -> PendingEntry? {
    guard let call = context.call(region.node) else { return nil }
    let work = context.work(of: region) ?? RetriedWork(call: call, effect: .none, isKnown: true)
    return entry(forPolicy: call, work: work, region: region, in: context)
  }

  /// A policy that is made here and used elsewhere, or is given a function that stands elsewhere.
  private static func entry(forPolicy call: CallFact, in context: UnitContext) -> PendingEntry? {
    // What stands in another policy's argument is a part of that.
    for ancestor in context.tree.ancestors(call.node) {
      guard context.tree.kind(ancestor) == .call else { continue }
      if context.call(ancestor)?.known?.part == .retry { return nil }
    }
    // Nor is one that is handed to what repeats by it judged twice.
    if let name = context.nameGiven(to: call.node),
      context.calls(in: call.node..<NodeIndex(clamping: context.tree.count)).contains(where: {
        $0.known?.part == .retry && $0.node != call.node
          && context.tree.children($0.node, .argument).contains { context.reads(name, in: $0) }
      })
    {
      return nil
    }
    let work = RetriedWork(call: call, effect: .none, isKnown: true)
    return entry(forPolicy: call, work: work, region: nil, in: context)
  }

  private static func entry(
    forPolicy call: CallFact,
    work: RetriedWork,
    region: RetryRegion?,
    in context: UnitContext
  ) -> PendingEntry? {
    guard let retry = context.repetition(by: call) else { return nil }
    var draft = RetryDraft(work, region: region, policy: call.node, in: context)
    if usesPolicyMadeHere(call, context) { return nil }
    if let outer = draft.outerRegion { return draft.flagged(.nested(outer)) }
    draft.pause = context.pause(of: retry, call.node)
    switch context.policyBound(call) {
    case .none:
      // Said so by its name, or by what is left out.
      return draft.flagged(.endless)
    case .unknown: return draft.unverified("its limits are made where they cannot be seen from here")
    case .attempts(let count) where count <= 1: return nil
    case .attempts, .limited:
      switch draft.pause {
      case .growing: return draft.checked(draft.limitClause)
      case .none: return draft.flagged(.breathless)
      case .fixed: return draft.work.isShared && draft.region != nil ? draft.flagged(.inStep) : nil
      case .unknown: return draft.unverified("how long it waits between two tries is set where it is not seen")
      }
    }
  }

  /// The policy that a call uses is made in this unit, and judged there.
  private static func usesPolicyMadeHere(_ call: CallFact, _ context: UnitContext) -> Bool {
    let tree = context.tree
    var base = tree.child(call.node, .receiver)
    if base == nil {
      let root = String(NameReading.root(tree.name(call.node)))
      guard root != tree.name(call.node) else { return false }
      return context.calls.contains { other in
        other.node < call.node && other.known?.part == .retry
          && context.nameGiven(to: other.node) == root
      }
    }
    while let link = base, tree.kind(link) == .call {
      if context.call(link)?.known?.part == .retry { return true }
      base = tree.child(link, .receiver)
    }
    return false
  }

  // MARK: - Messages that come back

  /// A message that is put back into its queue whatever happened to it, for ever.
  private static func requeues(in context: UnitContext) -> [PendingEntry] {
    var found: [PendingEntry] = []
    for call in context.calls where Requeue.is(call, in: context) {
      if let entry = Requeue.entry(for: call, in: context) { found.append(entry) }
    }
    return found
  }
}
