import Behaviour
import Knowledge

extension SwallowedError {
  /// Failures that end without a handler: outcomes gathered and not looked at, listeners and callbacks that are given
  /// the error and do not read it, failures that are values and are thrown away.
  static func discardedOutcomes(in context: UnitContext) -> [PendingEntry] {
    var found: [PendingEntry] = []
    for call in context.calls {
      // What waits for tasks that somebody holds drops nothing.
      if gathersFailures(call, in: context), let entry = settled(call, in: context) {
        found.append(entry)
      }
      if let entry = listener(call, in: context) ?? callback(call, in: context) ?? dropped(call, in: context)
        ?? thrownAway(call, in: context)
      {
        found.append(entry)
      }
    }
    return found
  }

  /// `let _ = fs::write(path, text)`, `_ = file.Sync()`
  private static func thrownAway(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let node = context.tree[call.node]
    guard context.file.context.facts.has(.failuresAreValues), node.has(.voided) || node.has(.errorIgnored),
      call.known?.failure.contains(.raises) == true || call.known?.failure.contains(.value) == true,
      call.effect.writes, !UnitPromise.isCleanup(context.unit.name),
      !context.tree.ancestors(call.node).contains(where: { context.tree.kind($0) == .handler })
    else { return nil }
    let name = context.display(call.node)
    // What is taken away may well be gone already.
    let isCleanup = NameReading.words(String(NameReading.last(name))).contains { removals.contains($0) }
    return PendingEntry(
      isCleanup ? .unverified : .flagged,
      call.node,
      key: "thrown away \(name)",
      message: "A failure of `\(name)` is thrown away.",
      question: "When `\(name)` fails, who learns of it, and what goes on as if it had worked?",
      reason: isCleanup ? "whether it matters that something is left behind is not in the code" : nil,
      confidence: isCleanup ? nil : .medium,
      stake: Stake(losing: call.effect)
    )
  }

  private static let removals: Set<String> = [
    "remove", "delete", "unlink", "kill", "close", "rmdir", "del", "rollback",
  ]

  /// A failure that a call gives beside its value, or as its value, and that nobody takes: `data, _ := read()`,
  /// `_ = remove()`, and the call alone.
  private static func dropped(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let node = context.tree[call.node]
    guard node.has(.errorIgnored), let known = call.known, known.failure.contains(.raises) else { return nil }
    guard case .effect(let effect) = context.role(of: call), effect != .cacheWrite, effect != .wait else { return nil }
    // Inside of what gives back, or deals with another failure, there is nobody left to tell.
    if context.tree.ancestors(call.node).contains(where: { [.handler, .finalizer].contains(context.tree[$0].role) }) {
      return nil
    }
    let name = context.display(call.node)
    let isWrite = effect.writes
    let question = "When `\(name)` fails, who learns of it, and what goes on as if it had not?"
    let how = node.has(.discarded) ? "which is not taken" : "which is thrown away"
    func entry(_ outcome: Outcome, _ reason: String?) -> PendingEntry {
      PendingEntry(
        outcome,
        call.node,
        at: context.headline(call.node),
        key: "dropped " + call.path,
        message: "`\(name)` gives its failure as a value, \(how).",
        question: question,
        reason: reason,
        confidence: outcome == .flagged ? (isWrite && effect != .process ? .high : .medium) : nil,
        stake: Stake(losing: effect)
      )
    }
    if node.has(.voided) { return entry(.unverified, "it is thrown away by name, as somebody does on purpose") }
    if let boundary = context.boundary(around: call.node).place, effect == .fileRead {
      return entry(.unverified, "it stands in \(boundary)")
    }
    return entry(.flagged, nil)
  }

  private static func gathersFailures(_ call: CallFact, in context: UnitContext) -> Bool {
    let tree = context.tree
    switch call.known?.part {
    case .settle: return call.effect != .wait
    case .gather:
      return tree.children(call.node, .argument).contains { argument in
        guard tree.name(argument) == "return_exceptions", let value = tree.child(argument, .value) else { return false }
        return tree.kind(value) == .literal && tree[value].literalKind == .true
      }
    default: return false
    }
  }

  /// `await Promise.allSettled(tasks)` as a statement; `asyncio.gather(…, return_exceptions=True)` likewise.
  private static func settled(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let node = tree[call.node]
    let name = context.display(call.node)
    guard node.has(.discarded), !node.has(.voided) else { return nil }
    // Each task deals with its own failure.
    if tree.subtree(call.node).contains(where: { tree.kind($0) == .handler }) { return nil }
    return PendingEntry(
      .flagged,
      call.node,
      key: "settled \(name)",
      message: "`\(name)` gathers failures, and nobody looks at them.",
      question: "Which of the tasks given to `\(name)` failed, and who learns of it?",
      confidence: .medium,
      stake: .correctness
    )
  }

  /// `stream.on('error', () => {})`
  private static func listener(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    let last = NameReading.last(tree.name(call.node))
    guard last == "on" || last == "once" || last == "addListener" || last == "addEventListener" else { return nil }
    let arguments = tree.children(call.node, .argument).compactMap { tree.child($0, .value) }
    guard arguments.count >= 2, tree.kind(arguments[0]) == .literal, tree.name(arguments[0]) == "error",
      tree.kind(arguments[1]) == .closure, let body = tree.child(arguments[1], .body),
      tree[body].next == body &+ 1
    else { return nil }
    let name = context.display(call.node)
    if tree[body].has(.commented) {
      return PendingEntry(
        .unverified,
        arguments[1],
        key: "listener \(name)",
        message: "An error told to `\(name)` ends here.",
        question: "When `\(NameReading.base(name))` fails, who learns of it?",
        reason: "a comment says “\(context.shown(tree.path(body)))”, which the code cannot confirm",
        stake: .correctness
      )
    }
    return PendingEntry(
      .flagged,
      arguments[1],
      key: "listener \(name)",
      message: "An error told to `\(name)` ends here without a trace: nobody can tell that it happened.",
      question: "When `\(NameReading.base(name))` fails, who learns of it?",
      confidence: .medium,
      stake: .correctness,
      evidence: [("listens for errors", arguments[0])]
    )
  }

  /// `fs.readFile(path, (err, data) => …)` that never reads `err`.
  private static func callback(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard call.effect.leavesProcess, let last = tree.children(call.node, .argument).last,
      let closure = tree.child(last, .value), tree.kind(closure) == .closure,
      let first = tree.child(closure, .parameter), let body = tree.child(closure, .body)
    else { return nil }
    let error = tree.name(first)
    guard ["err", "error", "e", "er"].contains(error), !context.reads(error, in: body) else { return nil }
    let name = context.display(call.node)
    return PendingEntry(
      .flagged,
      first,
      key: "callback \(name)",
      message: "`\(name)` gives its error to `\(error)`, which nobody reads.",
      question: "When `\(name)` fails, what does this callback do with a result that is not there?",
      confidence: tree[body].next == body &+ 1 ? .medium : .high,
      stake: Stake(losing: call.effect),
      evidence: [("may fail", call.node)]
    )
  }
}
