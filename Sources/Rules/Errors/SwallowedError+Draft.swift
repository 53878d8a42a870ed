import Behaviour
import Knowledge

extension SwallowedError {
  /// A handler on its way to an entry.
  struct Draft {
    let handler: HandlerFact
    let context: UnitContext

    init(_ handler: HandlerFact, _ context: UnitContext) {
      self.handler = handler
      self.context = context
    }

    var callee: String { handler.call.map { context.display($0) } ?? "this code" }
    var types: String { context.types(of: handler) }
    var value: String { context.words(for: handler.fallback, at: handler.fallbackNode) }

    /// It goes on with something that looks like a result.
    var isAnswered: Bool { handler.fallback.isConstant && handler.fallback != .null && handler.fallback != .false }

    // MARK: Checked

    func checked() -> PendingEntry? {
      switch handler.atStake {
      case .nothing: return nil
      case .one, .several:
        guard handler.caught >= .specific else { return nil }
      case .effect: break
      }
      let decisive = handler.selects ?? handler.decisive
      return entry(
        .checked,
        "A failure of \(context.subject(of: handler)) \(way).",
        evidence: decisive == handler.node ? [] : [(handler.selects == nil ? "here" : "chosen here", decisive)]
      )
    }

    /// How a failure leaves the handler, where it does.
    private var way: String {
      switch handler.verdict {
      case .propagates:
        handler.selects == nil ? "goes on to whoever called" : "goes on, but for those that are picked out here"
      case .compensates: "is made up for"
      case .signals: "is told"
      case .unknown, .logs, .defaults, .empty: "ends here"
      }
    }

    /// Only what is no failure ends here.
    func checkedAsAnswer() -> PendingEntry? {
      guard case .effect = handler.atStake, handler.verdict != .unknown else { return nil }
      let others = context.handlers.filter { $0.attempt.node == handler.attempt.node && $0.node != handler.node }
      guard others.allSatisfy({ $0.caught < .specific || !$0.isWeak && $0.verdict != .unknown }) else { return nil }
      return entry(
        .checked,
        handler.types.count > 1
          ? "Only \(types) end here, which are answers: other failures of `\(callee)` go on."
          : "Only \(types) ends here, which is an answer: other failures of `\(callee)` go on."
      )
    }

    // MARK: Not told

    /// What keeps a weak handler from being an accusation.
    enum Excuse {
      case none
      /// Nothing worth asking.
      case silent
      case says(PendingEntry)
    }

    /// What a comment, a name or the place of the handler decides.
    var excuse: Excuse {
      if case .nothing = handler.atStake { return .silent }
      if handler.verdict == .empty || handler.verdict == .defaults, let comment {
        return ask("a comment says “\(context.shown(comment))”, which the code cannot confirm")
      }
      if Draft.toleratedNames.contains(handler.error) || handler.error.hasPrefix("unused"), handler.caught == .root {
        return ask("the name `\(handler.error)` says that it is meant so, not why")
      }
      if case .known(let place) = handler.boundary, handler.verdict == .logs, handler.logsError, !handler.isRetried {
        // Errors may end there with the work that failed, not half way through it.
        if handler.caught >= .specific, goesOnWithEffects {
          return .says(unverified(because: "it is logged, and the work goes on without what failed"))
        }
        return .says(
          entry(.checked, "Errors may end in \(place), and it logs the failure of \(context.subject(of: handler)).")
        )
      }
      return .none
    }

    /// Something outside is changed behind the attempt, in the same round or function, after a failure as well.
    private var goesOnWithEffects: Bool {
      let tree = context.tree
      guard context.unit.kind != .module, !isCleanup, !context.isScript(), let body = handler.body,
        context.ways(outOf: body).contains(.falls), handler.fallback != .nothing || isNeeded
      else { return false }
      let frame = context.frame(of: handler.node)
      let round = tree.ancestors(handler.attempt.node).first { tree.kind($0) == .loop || $0 == frame } ?? frame
      let rest = tree[handler.attempt.node].next..<max(tree[handler.attempt.node].next, tree[round].next)
      return context.calls(in: rest).contains { $0.effect.writes && context.frame(of: $0.node) == frame }
    }

    /// What the attempt changes in place is used behind it.
    private var isNeeded: Bool {
      let tree = context.tree
      guard let body = tree.child(handler.attempt.node, .body) else { return false }
      return context.calls(in: body).contains { call in
        let base = String(NameReading.base(tree.name(call.node)))
        guard !base.isEmpty, !base.contains("."), FieldAccess.mutates(NameReading.last(tree.name(call.node))) else {
          return false
        }
        return context.firstRead(of: base, after: handler.attempt.node) != nil
      }
    }

    private func ask(_ reason: String) -> Excuse {
      switch handler.atStake {
      case .effect: break
      case .several(let calls) where handler.caught == .root:
        // Taking text and values apart fails by its input: a comment is enough there.
        guard handler.attempt.awaits || calls.contains(where: { isLikelyEffect($0) }) || context.handlersNameTypes
        else { return .silent }
      default: return .silent
      }
      return .says(unverified(because: reason))
    }

    /// By its name, a call that does something outside.
    func isLikelyEffect(_ call: NodeIndex) -> Bool { context.likelyEffect(ofName: context.tree.name(call)) != .none }

    /// The unit answers yes or no, by its name.
    var isPredicate: Bool { UnitPromise.isPredicate(frameName) && answers }

    /// Somewhere the function gives a value: what gives none (`validate(order)`) says no by failing.
    private var answers: Bool {
      let tree = context.tree
      let frame = context.frame(of: handler.node)
      guard frame == tree.root else { return true }
      return tree.nodes.indices.contains { index in
        tree.nodes[index].kind == .return && tree.child(NodeIndex(index), .value) != nil
      }
    }

    /// The name of the function that the handler stands in.
    private var frameName: String { context.name(ofFrame: context.frame(of: handler.node)) }

    /// Somebody waits for an answer, and gets one as if nothing had failed.
    var isAsked: Bool {
      if case .answers = handler.boundary { return true }
      return false
    }

    /// Nothing stands behind the attempt that could answer.
    var endsFunction: Bool {
      let tree = context.tree
      var at = handler.attempt.node
      while at != context.frame(of: handler.node), at >= 0 {
        let parent = tree.parent(at)
        if tree.kind(parent) == .loop { return false }
        if tree.kind(parent) == .block, tree[at].next < tree.subtree(parent).upperBound { return false }
        at = parent
      }
      return true
    }

    /// Closing, stopping, releasing.
    var isCleanup: Bool {
      // What gives something that it made clean takes nothing down.
      UnitPromise.isCleanup(frameName) && !(NameReading.words(frameName).first == "clean" && answers)
    }

    /// The declared type lets the result be absent.
    var mayBeAbsent: Bool {
      context.frame(of: handler.node) == context.tree.root && HandlerReader.saysOptional(context.unit.returnType)
    }

    private static let toleratedNames: Set<String> = [
      "ignored", "ignore", "expected", "_", "tolerated", "ok", "_ignored",
    ]

    /// A person's reason in the handler; switches for linters without one say nothing.
    var comment: String? {
      var text = handler.comment[...]
      for mark in Draft.linterMarks where text.lowercased().hasPrefix(mark) {
        // `noqa: BLE001 - the cache is only a help`
        guard let dash = text.firstRange(of: " - ") ?? text.firstRange(of: "-- ") else { return nil }
        text = text[dash.upperBound...]
        break
      }
      let trimmed = text.drop { $0 == " " }
      return trimmed.count > 2 ? String(trimmed) : nil
    }

    private static let linterMarks = [
      "noqa", "pylint", "type:", "eslint-disable", "@ts-", "pragma", "istanbul", "c8 ignore", "tslint", "pyright",
      "noinspection", "nosec", "v8 ignore", "biome-ignore", "prettier-ignore", "flake8", "mypy", "ruff",
    ]

    var unknownReason: String {
      let tree = context.tree
      let node = handler.decisive
      if handler.hasUnknown { return "part of the handler could not be read" }
      switch tree.kind(node) {
      case .call: return "`\(context.display(node))` deals with it, which is not followed here"
      default: break
      }
      switch handler.fallback {
      case .errorText: return "the caller gets the error as text where it expects a result"
      case .call: return "\(value) takes the place of the result"
      default: return "what the handler leaves behind may tell, or may not"
      }
    }

    func unverified(because reason: String) -> PendingEntry {
      entry(.unverified, sentence, reason: reason, question: question)
    }

    // MARK: Flagged

    func flagged(_ confidence: Confidence) -> PendingEntry {
      if handler.attempt.hasUnknown || handler.hasUnknown {
        return unverified(because: "part of this attempt could not be read")
      }
      var steps = confidence == .high ? 2 : 1
      if case .effect(let call) = handler.atStake {
        if call.effect == .payment { steps = min(2, steps + 1) }
        if !isSureOfEffect { steps -= 1 }
      }
      if isWatched { steps -= 1 }
      if comment != nil { steps -= 1 }
      if steps <= 0 { return unverified(because: lowered) }
      if handler.verdict != .empty, documentsDefault {
        return unverified(
          because: "the doc comment speaks of a default: whether callers expect it here is theirs to say"
        )
      }
      return entry(.flagged, sentence, question: question, confidence: steps >= 2 ? .high : .medium)
    }

    /// One of the effects at least rests on more than what was assigned somewhere.
    private var isSureOfEffect: Bool {
      handler.attempt.effects.contains { context.tree[$0.node].certainty > .constructor }
    }

    private var lowered: String {
      if let comment { return "a comment says “\(context.shown(comment))”, which the code cannot confirm" }
      if isWatched {
        return "a script may be watched by the person who runs it"
      }
      return "what `\(callee)` is was inferred from one assignment"
    }

    /// A person runs this code, and looks at what it says.
    private var isWatched: Bool {
      let traits = context.file.context.traits
      return traits.contains(.oneOff)
        || traits.contains(.script) && (context.unit.kind == .module || context.unit.name == "main")
    }

    private var documentsDefault: Bool {
      guard let text = context.unit.documentation?.lowercased() else { return false }
      return Draft.defaultWords.contains { text.contains($0) }
    }

    private static let defaultWords = [
      "default", "fallback", "falls back", "best effort", "best-effort", "or null", "or none", "or an empty",
      "returns null", "returns none", "return none", "return null", "returning an empty", "returns an empty",
      "cannot be found", "if not found", "or undefined", "undefined if", "null if", "none if", "if it fails",
    ]

    // MARK: Words

    /// Who goes on as if it had worked.
    private var caller: String {
      let name = context.name(ofFrame: context.frame(of: handler.node))
      guard context.unit.kind != .module, !name.isEmpty else { return "what runs after it" }
      return "who calls `\(context.shown(name))`"
    }

    private var sentence: String {
      let subject = context.subject(of: handler)
      switch handler.verdict {
      case .empty:
        return "A failure of \(subject) ends here without a trace: neither \(caller) nor an operator can tell."
      case .logs where handler.fallback.isConstant || handler.fallback == .stale && handler.fallbackNode != nil:
        return "A failure of \(subject) is only logged, and the code goes on with \(value): \(caller) cannot tell."
      case .logs: return "A failure of \(subject) is only logged: \(caller) cannot tell."
      case .unknown: return "A failure of \(subject) may end here."
      default:
        return "A failure of \(subject) is answered with \(value): neither \(caller) nor an operator can tell."
      }
    }

    private var question: String {
      switch handler.fallback {
      case .nothing, .other, .call, .failure, .errorText:
        return "When `\(callee)` fails, who learns of it, and what must not go on as if it had worked?"
      default:
        return
          "When `\(callee)` fails, the code goes on with \(value): who learns of it, and what later step takes that "
          + "for real?"
      }
    }

    private func entry(
      _ outcome: Outcome,
      _ message: String,
      reason: String? = nil,
      question: String? = nil,
      confidence: Confidence? = nil,
      evidence: [(note: String, node: NodeIndex)] = []
    ) -> PendingEntry {
      var evidence = evidence
      if outcome != .checked {
        if let call = handler.call { evidence.append(("may fail", call)) }
        if let node = handler.fallbackNode, handler.isWeak { evidence.append(("goes on with this", node)) }
      }
      return PendingEntry(
        outcome,
        handler.node,
        at: handler.header,
        key: "\(handler.verdict) \(callee)",
        message: message,
        question: question,
        reason: reason,
        confidence: confidence,
        stake: handler.stake,
        evidence: evidence
      )
    }
  }
}
