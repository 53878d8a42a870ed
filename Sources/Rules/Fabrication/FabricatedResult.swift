import Behaviour
import Knowledge

/// A value presented as the outcome of an operation comes from that operation.
enum FabricatedResult: Rule {
  static let card = RuleCard(
    id: .fabricatedResult,
    family: .fabrication,
    summary: "A value that is presented as the outcome of an operation comes from that operation.",
    rationale: """
      Made-up data of the expected shape is the one failure that no type, no test of the good case and no dashboard \
      shows: a customer record that nobody stored, a score that nobody computed, a `success: true` for a charge that \
      was never made. It enters as a fallback in a handler, as a placeholder that stayed, or as a report of success \
      that does not wait for the act.

      A declared default of a configuration, a value that the caller gave, and data that comes from a parameter or an \
      effect are no fabrication. Where a constant may be a fact of the domain, a person is asked.
      """,
    sources: ["CWE-393", "Gap catalog, S1b, S3a"],
    examples: examples
  )

  static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    let traits = context.file.context.traits
    guard !context.isExempt, traits.isDisjoint(with: .oneOff) else { return }
    var pending: [PendingEntry] = []
    for handler in context.handlers {
      if let entry = fallback(of: handler, in: context) ?? success(after: handler, in: context) {
        pending.append(entry)
      }
    }
    if let entry = promise(of: context) { pending.append(entry) }
    ledger.add(.fabricatedResult, pending)
  }

  // MARK: Failure branches

  /// A handler that answers with data.
  private static func fallback(of handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    guard let node = handler.fallbackNode, handler.verdict < .compensates, handler.call != nil else { return nil }
    let callee = handler.call.map { context.display($0) } ?? ""
    if handler.fallback == .named, case .effect = handler.atStake, handler.verdict <= .logs,
      saysDefault(context.tree.name(node))
    {
      return entry(
        .checked,
        handler,
        in: context,
        message:
          "When `\(callee)` fails, the declared default `\(context.shown(context.tree.name(node)))` takes its place."
      )
    }
    guard handler.fallback == .populated, !excuses(node, in: context) else { return nil }
    let message = "When `\(callee)` fails, made-up data is returned as if it were the answer."
    let question = "Is this data a real answer to `\(callee)`, and can a caller tell it from one?"
    if isConfiguration(context) || handler.caught == .absence {
      return entry(
        .unverified,
        handler,
        in: context,
        message: message,
        question: question,
        reason: "these constants may be the defaults of a configuration"
      )
    }
    let isKnown = if case .effect = handler.atStake { true } else { false }
    let isMarked = holdsFakeWords(node, in: context)
    return entry(
      .flagged,
      handler,
      in: context,
      message: message,
      question: question,
      confidence: isKnown || isMarked ? .high : .medium
    )
  }

  /// A handler, or the code behind it, that says that all went well.
  private static func success(after handler: HandlerFact, in context: UnitContext) -> PendingEntry? {
    guard handler.isWeak || handler.verdict == .unknown, let call = handler.call, handler.caught >= .specific else {
      return nil
    }
    var report: NodeIndex?
    if let node = handler.fallbackNode {
      // Given back, or written where others read it: a flag of the unit's own reports nothing.
      let above = context.tree.parent(node)
      let said = context.tree.kind(above) == .assign ? above : node
      if reportsSuccess(said, in: context) { report = node }
    }
    if report == nil, let node = handler.afterwards, reportsSuccess(node, in: context) { report = node }
    guard let report else { return nil }
    let callee = context.display(call)
    let message = "`\(callee)` may have failed, and \(context.words(forSuccess: report)) is reported all the same."
    let question = "What does the caller do with a success that did not happen?"
    guard case .effect(let effect) = handler.atStake else {
      // A predicate that answers `true` when it cannot tell may be meant so; a call that does something, hardly.
      if isPredicate(context) {
        guard UnitPromise.isGate(context.unit.name) else { return nil }
        return entry(
          .flagged,
          handler,
          in: context,
          at: report,
          message: "The check lets everybody through when `\(callee)` fails.",
          question: "Who gets in when `\(callee)` fails?",
          confidence: .medium,
          stake: .security
        )
      }
      guard handler.verdict <= .logs, UnitPromise.isAct(context.tree.name(call)) || UnitPromise.isAct(context.unit.name)
      else { return nil }
      return entry(
        .flagged,
        handler,
        in: context,
        at: report,
        message: message,
        question: question,
        confidence: .medium
      )
    }
    if isPredicate(context) {
      guard UnitPromise.isGate(context.unit.name) else { return nil }
      return entry(
        .flagged,
        handler,
        in: context,
        at: report,
        message: "The check lets everybody through when `\(callee)` fails.",
        question: "Who gets in when `\(callee)` fails?",
        confidence: .high,
        stake: .security
      )
    }
    if handler.verdict == .unknown {
      return entry(
        .unverified,
        handler,
        in: context,
        at: report,
        message: message,
        question: question,
        reason: "what the handler does about the failure is not followed here"
      )
    }
    let isWrite = effect.effect.writes && effect.effect != .process
    guard isWrite || handler.caught == .root else { return nil }
    return entry(
      .flagged,
      handler,
      in: context,
      at: report,
      message: message,
      question: question,
      confidence: isWrite ? .high : .medium
    )
  }

  /// `true`, `{ success: true }`, a status of 200, a word for "done".
  static func reportsSuccess(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    switch tree.kind(node) {
    case .literal: return tree[node].literalKind == .true
    case .return: return tree.child(node, .value).map { reportsSuccess($0, in: context) } ?? false
    case .collection where tree[node].collectionKind == .keyed:
      return tree.children(node, .element).contains { entry in
        tree.child(entry, .value).map { saysSuccess(key: tree.name(entry), $0, in: tree) } ?? false
      }
    case .call:
      return tree.children(node, .argument).contains { argument in
        guard let value = tree.child(argument, .value) else { return false }
        if tree.name(argument).isEmpty { return tree.kind(value) == .collection && reportsSuccess(value, in: context) }
        return saysSuccess(key: tree.name(argument), value, in: tree)
      }
    case .assign:
      guard let target = tree.child(node, .target), let value = tree.child(node, .value),
        tree[target].placeKind != .local
      else { return false }
      return saysSuccess(key: String(NameReading.last(tree.name(target))), value, in: tree)
    default: return false
    }
  }

  private static let doneWords: Set<String> = [
    "ok", "success", "succeeded", "sent", "paid", "done", "completed", "complete", "delivered", "processed", "saved",
    "created", "charged", "refunded", "synced", "published", "uploaded", "confirmed", "approved",
  ]

  private static func saysSuccess(key: String, _ value: NodeIndex, in tree: BehaviourTree) -> Bool {
    let node = tree[value]
    guard node.kind == .literal else { return false }
    switch key.lowercased() {
    case "success", "ok", "succeeded", "issuccess", "is_success", "sent", "paid", "delivered", "processed", "saved":
      return node.literalKind == .true
    case "status", "state", "result", "outcome":
      return node.literalKind == .string && doneWords.contains(tree.text(node.name).lowercased())
    default: return false
    }
  }

  // MARK: Words

  private static func isPredicate(_ context: UnitContext) -> Bool {
    UnitPromise.isPredicate(context.unit.name) || UnitPromise.isGate(context.unit.name)
  }

  static func isConfiguration(_ context: UnitContext) -> Bool {
    let words = NameReading.words(context.unit.name) + (context.unit.owner.map { NameReading.words($0.name) } ?? [])
    return words.contains { configurationWords.contains($0) }
  }

  private static let configurationWords: Set<String> = [
    "config", "configuration", "settings", "setting", "options", "option", "preferences", "prefs", "theme", "default",
    "defaults", "initial", "locale", "translations", "messages", "env", "environment", "fallback", "demo", "stub",
    "null", "noop", "feature", "features", "flags", "limits", "manifest", "meta", "metadata", "schema",
  ]

  private static func saysDefault(_ name: String) -> Bool {
    NameReading.words(NameReading.last(name)).contains {
      ["default", "defaults", "fallback", "empty", "unknown"].contains($0)
    }
  }

  private static let fakeWords: Set<String> = [
    "mock", "mocked", "dummy", "fake", "sample", "placeholder", "simulate", "simulated", "hardcoded", "lorem", "foo",
    "stub",
  ]
  private static let fakeTexts = ["john doe", "jane doe", "test@", "example.com", "123-45-6789", "4242", "lorem ipsum"]

  /// Names or texts in a value that say that it is made up.
  static func holdsFakeWords(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.subtree(node).contains { at in
      guard tree.kind(at) == .literal || tree.kind(at) == .read || tree.kind(at) == .argument else { return false }
      let text = tree.name(at)
      guard !text.isEmpty, text.utf8.count < 200 else { return false }
      if NameReading.words(text).contains(where: { fakeWords.contains($0) }) { return true }
      let low = text.lowercased()
      return tree.kind(at) == .literal && fakeTexts.contains { low.contains($0) }
    }
  }

  private static let apologies: Set<String> = [
    "sorry", "error", "errors", "failed", "fail", "failure", "unable", "unavailable", "wrong", "could", "couldn",
    "cannot",
    "can", "again", "unknown", "invalid", "missing", "none", "not", "default", "fallback", "problem", "no",
  ]

  /// A text in the value says that something went wrong, or that it is a default.
  private static func excuses(_ node: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.subtree(node).contains { at in
      let text = tree.name(at)
      switch tree.kind(at) {
      case .literal where tree[at].literalKind == .string:
        return NameReading.saysFailure(text) || NameReading.words(text).contains { apologies.contains($0) }
      case .argument: return NameReading.words(text).contains { ["default", "fallback", "isfallback"].contains($0) }
      default: return false
      }
    }
  }

  private static func entry(
    _ outcome: Outcome,
    _ handler: HandlerFact,
    in context: UnitContext,
    at report: NodeIndex? = nil,
    message: String,
    question: String? = nil,
    reason: String? = nil,
    confidence: Confidence? = nil,
    stake: Stake? = nil
  ) -> PendingEntry {
    var evidence: [(note: String, node: NodeIndex)] = []
    if let call = handler.call, outcome != .checked { evidence.append(("may fail", call)) }
    if let node = report ?? handler.fallbackNode {
      evidence.append((outcome == .checked ? "here" : "answered with this", node))
    }
    var outcome = outcome
    var confidence = confidence
    var reason = reason
    if outcome == .flagged, handler.attempt.hasUnknown || handler.hasUnknown {
      (outcome, confidence, reason) = (.unverified, nil, "part of this attempt could not be read")
    }
    return PendingEntry(
      outcome,
      handler.node,
      at: handler.header,
      key: "fabricated \(message)",
      message: message,
      question: question,
      reason: reason,
      confidence: confidence,
      stake: stake ?? handler.stake,
      evidence: evidence
    )
  }
}

extension UnitContext {
  /// A report of success, in a few words.
  func words(forSuccess node: NodeIndex) -> String {
    switch tree.kind(node) {
    case .literal: "`\(spelling(ofConstant: node))`"
    case .return: tree.child(node, .value).map { words(forSuccess: $0) } ?? "success"
    default: "success"
    }
  }
}
