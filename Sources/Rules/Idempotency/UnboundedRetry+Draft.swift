import Behaviour
import Knowledge

extension UnboundedRetry {
  /// One retry, and what is known of it, on the way to an entry.
  struct RetryDraft {
    /// What a flag holds against it.
    enum Fault {
      case endless
      /// Again at once.
      case breathless
      /// After the same time for all who wait.
      case inStep
      case nested(RetryRegion)
      /// The handler takes a failure that comes back.
      case hopeless(NodeIndex)
    }

    let work: RetriedWork
    let region: RetryRegion?
    /// The decorator or the call that repeats.
    let policy: NodeIndex?
    let context: UnitContext
    var pause: RetryPause

    init(_ work: RetriedWork, region: RetryRegion?, policy: NodeIndex? = nil, in context: UnitContext) {
      self.work = work
      self.region = region
      self.policy = policy
      self.context = context
      pause = policy == nil ? region.map { context.pause(in: $0) } ?? .none : .none
    }

    // MARK: Facts

    /// The retry around this one that repeats it as a whole.
    var outerRegion: RetryRegion? {
      guard let region, work.isKnown, work.isShared else { return nil }
      return context.retries.first {
        $0 != region && $0.kind != .recursion && region.kind != .recursion && $0.attempt.contains(region.node)
          && $0.attempt.count > region.attempt.count && $0.bound != .none
      }
    }

    /// A handler after which it is tried again although the next attempt must fail likewise.
    var hopeless: NodeIndex? {
      guard let region, work.isKnown, work.effect.leavesProcess else { return nil }
      return region.handlers.first { handler in
        let types = context.tree.children(handler, .type)
        return !types.isEmpty
          && types.contains { type in Self.isHopeless(context.tree.name(type)) }
      }
    }

    private static func isHopeless(_ type: String) -> Bool {
      let words = NameReading.words(NameReading.last(type))
      if words.contains(where: { hopelessWords.contains($0) }) { return true }
      let text = words.joined(separator: " ")
      return hopelessNames.contains { text.hasPrefix($0) }
    }

    private static let hopelessWords: Set<String> = [
      "authentication", "authorization", "unauthorized", "unauthorised", "forbidden", "validation", "card",
    ]
    private static let hopelessNames = [
      "bad request", "invalid request", "permission denied", "invalid argument", "illegal argument", "access denied",
      "invalid grant", "unprocessable",
    ]

    /// Failures by which others say that they were first: the next attempt may well win.
    var expectsConflict: Bool {
      guard let region, !region.handlers.isEmpty else { return false }
      return region.handlers.allSatisfy { handler in
        let types = context.tree.children(handler, .type)
        return !types.isEmpty
          && types.allSatisfy {
            NameReading.words(NameReading.last(context.tree.name($0))).contains { Self.conflicts.contains($0) }
          }
      }
    }

    private static let conflicts: Set<String> = [
      "conflict", "integrity", "unique", "duplicate", "stale", "serialization", "deadlock", "lock", "locking",
      "concurrent", "concurrency", "optimistic", "watch", "collision", "exists", "interrupted",
    ]

    /// Every failure leads to another attempt, those of the program itself too.
    var takesRoot: Bool {
      guard let region else { return false }
      return context.handlers.contains { region.handlers.contains($0.node) && $0.caught >= .specific }
    }

    /// What lets somebody else end the loop.
    var stop: NodeIndex? {
      guard let region, region.kind == .loop else { return nil }
      return context.limits(of: region.node).first { $0.kind == .stop }?.node
    }

    /// What ends it, besides success.
    var limit: NodeIndex? {
      guard let region, region.kind == .loop else { return nil }
      return context.limits(of: region.node).first { $0.kind == .count || $0.kind == .time }?.node
    }

    /// Where a program begins, waiting for what it needs is all that it can do.
    var isAtStart: Bool {
      if context.unit.kind == .module { return true }
      let words = NameReading.words(context.unit.name)
      return ["main", "start", "startup", "boot", "bootstrap", "wait", "await"].contains(words.first ?? "")
    }

    /// A person waits for it.
    var isWatched: Bool { context.isScript() || context.unit.kind == .module }

    // MARK: Words

    private var name: String { context.display(work.call.node) }

    private var isPolicyAlone: Bool { policy == work.call.node }

    private var times: String {
      switch region?.bound ?? policy.flatMap({ context.call($0) }).map({ context.policyBound($0) }) {
      case .attempts(let count): return "up to \(count) times"
      default: return "again"
      }
    }

    /// "after 5 attempts", "at the limit in this loop".
    var limitClause: String {
      let bound =
        policy.flatMap { context.call($0) }.map { context.policyBound($0) } ?? region?.bound ?? .limited
      if case .attempts(let count) = bound { return "after \(count) attempts" }
      if let limit, region?.bound != .unknown {
        let counted = context.tree.kind(limit) == .assign ? context.tree.child(limit, .target) ?? limit : limit
        return "at the limit of `\(context.wording(of: counted, limit: 40))`"
      }
      return "at a limit"
    }

    private var question: String {
      "When `\(name)` is down for an hour, how many times per second does `\(context.shown(context.unit.name))` hit it, "
        + "and when does it stop?"
    }

    private var stake: Stake { work.effect == .payment ? .money : .availability }

    private var evidence: [(note: String, node: NodeIndex)] {
      var found: [(note: String, node: NodeIndex)] = []
      if let region, region.node != work.call.node { found.append((region.clause, region.node)) }
      if let wait = pause.node, wait != policy { found.append(("waits here", wait)) }
      return found
    }

    // MARK: Entries

    func flagged(_ fault: Fault) -> PendingEntry {
      let again = isPolicyAlone ? "`\(name)` tries" : "`\(name)` is tried"
      var evidence = self.evidence
      let message: String
      var question = self.question
      switch fault {
      case .endless:
        let rests = pause == .none ? ", and without a pause" : ""
        message = "\(again) again without an end\(rests)."
      case .breathless: message = "\(again) \(times) without a pause in between."
      case .inStep:
        message = "\(again) \(times) after the same pause each time: all who failed together come back together."
      case .nested(let outer):
        message = "\(again) again by a retry inside of a retry, and the attempts multiply."
        question = "How often is `\(name)` tried in all before the failure is taken for one?"
        evidence.append((outer.clause, outer.node))
      case .hopeless(let handler):
        message = "\(again) again after a failure that comes back in every attempt."
        question = "What does the next attempt of `\(name)` do that could make it succeed?"
        evidence.append(("takes the failure", handler))
      }
      var confidence = Confidence.medium
      if case .endless = fault, work.isKnown, !context.isScript() { confidence = .high }
      return entry(.flagged, message, question: question, confidence: confidence, evidence: evidence)
    }

    func checked(_ end: String, _ nodes: [NodeIndex] = []) -> PendingEntry {
      var evidence = self.evidence
      for node in nodes { evidence.append(("ends it", node)) }
      if let limit, nodes.isEmpty { evidence.append(("ends it", limit)) }
      let message: String
      if isPolicyAlone {
        message = "`\(name)` ends \(end) and leaves more time before each attempt."
      } else if expectsConflict, pause == .none {
        message = "The retries of `\(name)` end \(end), and repeat only what somebody else was faster at."
      } else {
        message = "The retries of `\(name)` end \(end) and leave more time between them."
      }
      return entry(.checked, message, evidence: evidence)
    }

    func unverified(_ reason: String) -> PendingEntry {
      let again = isPolicyAlone ? "`\(name)` tries" : "`\(name)` is tried"
      return entry(.unverified, "\(again) again when it fails.", question: question, reason: reason, evidence: evidence)
    }

    private func entry(
      _ outcome: Outcome,
      _ message: String,
      question: String? = nil,
      reason: String? = nil,
      confidence: Confidence? = nil,
      evidence: [(note: String, node: NodeIndex)]
    ) -> PendingEntry {
      let node = policy ?? work.call.node
      return PendingEntry(
        outcome,
        node,
        at: context.headline(node),
        key: "\(name) \(node)",
        message: message,
        question: question,
        reason: reason,
        confidence: confidence,
        stake: stake,
        evidence: evidence
      )
    }
  }
}
