import Behaviour
import Knowledge

/// Independent waits overlap.
package enum SequentialAwait: Rule {
  package static let card = RuleCard(
    id: .sequentialAwait,
    family: .scale,
    summary: "Independent waits overlap.",
    rationale: """
      Two requests of 200 ms, neither of which needs the other's answer, take 400 ms when the second is made only after \
      the first was awaited, and a loop that awaits in each round takes as many times 200 ms as there are elements. \
      Started together they take 200 ms.

      The obligation is met where they are awaited together. Calls of which one needs the other's result, that share a \
      transaction or a session, that write in an order, or that wait between each other on purpose are left alone.
      """,
    sources: ["CWE-1050"],
    examples: moreExamples + languageExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, context.file.context.traits.isDisjoint(with: [.oneOff, .script]) else { return }
    let waitsByItself = context.file.context.facts.has(.waitsByItself)
    guard waitsByItself || context.tree.nodes.contains(where: { $0.kind == .call && $0.has(.awaited) }) else { return }
    var pending: [PendingEntry] = []
    runs(in: context, into: &pending)
    loops(in: context, into: &pending)
    together(in: context, into: &pending)
    if !pending.isEmpty { ledger.add(.sequentialAwait, pending) }
  }

  // MARK: - One after the other

  private struct Wait {
    let call: NodeIndex
    let statement: NodeIndex
    /// Names that hold what it gives.
    let names: [String]
    let isKnown: Bool
  }

  private static func runs(in context: UnitContext, into pending: inout [PendingEntry]) {
    let tree = context.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .block {
      var run: [Wait] = []
      for statement in tree.children(NodeIndex(index)) where tree[statement].role == .statement {
        guard let wait = wait(of: statement, in: context) else {
          finish(&run, in: context, &pending)
          continue
        }
        if run.contains(where: { needs(statement, $0, in: context) }) { finish(&run, in: context, &pending) }
        run.append(wait)
      }
      finish(&run, in: context, &pending)
    }
  }

  private static func finish(_ run: inout [Wait], in context: UnitContext, _ pending: inout [PendingEntry]) {
    defer { run = [] }
    guard run.count > 1, let first = run.first else { return }
    let second = run[1]
    let tree = context.tree
    if inTransaction(first.call, context) { return }
    let names = (context.display(first.call), context.display(second.call))
    let calls = names.0 == names.1 ? "the calls of `\(names.0)`" : "`\(names.0)` and `\(names.1)`"
    let question =
      "Do \(calls) need to run one after the other, or is `\(context.unit.name)` waiting "
      + "\(run.count) times for nothing?"
    let evidence = [(note: "waits for this first", node: first.call)]
    let message =
      names.0 == names.1
      ? "The second `\(names.1)` starts only when the first is done, and uses nothing of it."
      : "`\(names.1)` starts only when `\(names.0)` is done, and uses nothing of it."
    if run.allSatisfy(\.isKnown) {
      pending.append(
        PendingEntry(
          .flagged,
          second.call,
          at: context.headline(second.call),
          key: names.1,
          message: message,
          question: question,
          confidence: .medium,
          stake: .availability,
          evidence: evidence
        )
      )
    } else if run.count > 2 || tree.name(first.call) == tree.name(second.call) {
      pending.append(
        PendingEntry(
          .unverified,
          second.call,
          at: context.headline(second.call),
          key: names.1,
          message: message,
          question: question,
          reason: "whether one must follow the other is a domain rule",
          stake: .availability,
          evidence: evidence
        )
      )
    }
  }

  /// A statement that does nothing but wait for something that is read.
  private static func wait(of statement: NodeIndex, in context: UnitContext) -> Wait? {
    let tree = context.tree
    guard tree.kind(statement) == .assign, tree[statement].name == 0 else { return nil }
    guard var value = tree.child(statement, .value) else { return nil }
    var isAwaited = false
    while tree.kind(value) == .await, let inner = tree.child(value, .value) {
      value = inner
      isAwaited = true
    }
    guard tree.kind(value) == .call, let call = context.call(value) else { return nil }
    // What is wrapped round the wait has a reason of its own.
    guard isAwaited || waitsHere(call, in: context) else { return nil }
    let targets = tree.children(statement, .target)
    var names: [String] = []
    for target in targets {
      for node in tree.subtree(target) where tree.kind(node) == .read {
        guard tree[node].placeKind == .local || tree[node].placeKind == .captured else { return nil }
        names.append(tree.name(node))
      }
    }
    guard !names.isEmpty else { return nil }
    if let known = call.known {
      guard isOverlapping(call, known, context) else { return nil }
      return Wait(call: value, statement: statement, names: names, isKnown: true)
    }
    guard likelyReads(tree.name(value)), !sharesSession(value, context) else { return nil }
    return Wait(call: value, statement: statement, names: names, isKnown: false)
  }

  /// In a language without a word for it, a call that waits where it stands without holding the thread.
  private static func waitsHere(_ call: CallFact, in context: UnitContext) -> Bool {
    context.file.context.facts.has(.waitsByItself) && call.known?.blocks == false && context.mayAwait(at: call.node)
  }

  /// A read that several may do at once.
  private static func isOverlapping(_ call: CallFact, _ known: KnownCall, _ context: UnitContext) -> Bool {
    switch call.effect {
    case .networkRead, .fileRead: break
    case .databaseRead, .cacheRead: if sharesSession(call.node, context) { return false }
    default: return false
    }
    return known.part == .none
  }

  /// What runs on one connection runs one after the other, whatever the code says.
  private static func sharesSession(_ call: NodeIndex, _ context: UnitContext) -> Bool {
    let words =
      NameReading.words(context.tree.path(call)) + NameReading.words(NameReading.base(context.tree.name(call)))
    if words.contains(where: {
      ["session", "connection", "conn", "tx", "trx", "transaction", "context", "cursor", "queryrunner", "runner"]
        .contains($0)
    }) {
      return true
    }
    return context.tree.subtree(call).contains { node in
      context.tree.kind(node) == .read
        && ["tx", "trx", "session", "conn", "transaction", "connection", "db"].contains(context.tree.name(node))
    }
  }

  private static func likelyReads(_ name: String) -> Bool {
    guard let first = NameReading.words(NameReading.last(name)).first else { return false }
    return ["fetch", "load", "download"].contains(first)
  }

  /// Whether a statement uses what another one gave, or what it says would have to be known first.
  private static func needs(_ statement: NodeIndex, _ wait: Wait, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.subtree(statement).contains { node in
      guard tree[node].name != 0, tree.kind(node) == .read || tree.kind(node) == .call else { return false }
      let root = NameReading.root(tree.name(node))
      return wait.names.contains { NameReading.root($0) == root }
    }
  }

  private static func inTransaction(_ call: NodeIndex, _ context: UnitContext) -> Bool {
    for above in context.tree.ancestors(call) {
      switch context.tree.kind(above) {
      case .call: if context.call(above)?.known?.part == .transaction { return true }
      case .scoped: if context.tree[above].scopeKind != .resource { return true }
      default: continue
      }
    }
    return false
  }

  // MARK: - In a loop

  private static func loops(in context: UnitContext, into pending: inout [PendingEntry]) {
    let tree = context.tree
    for call in context.calls {
      guard let known = call.known, known.part == .none,
        call.effect == .networkRead || call.effect == .fileRead,
        tree[call.node].has(.awaited) || waitsHere(call, in: context),
        let loop = context.loop(around: call.node), tree[loop].loopKind == .forEach, !tree[loop].has(.async),
        let round = context.elementRound(around: call.node), round.node == loop,
        context.depends(call.node, onElementOf: round), case .open = context.size(of: round),
        isIndependent(loop, call.node, in: context)
      else { continue }
      let name = context.display(call.node)
      let element = round.elements.first.map { tree.name($0) } ?? "element"
      pending.append(
        PendingEntry(
          .flagged,
          call.node,
          at: context.headline(call.node),
          key: name,
          message: "`\(name)` is awaited for each `\(element)` before the next one starts, and no round needs another.",
          question:
            "Must each `\(element)` wait for the one before it, or could a bounded number of them run at once?",
          confidence: .medium,
          stake: .availability,
          evidence: [("waits in each round", round.collection ?? loop)]
        )
      )
    }
  }

  /// No round of a loop needs what another one did, and none may end it.
  private static func isIndependent(_ loop: NodeIndex, _ call: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let body = tree.child(loop, .body) else { return false }
    let ways = context.ways(outOf: body)
    if !ways.isDisjoint(with: [.breaks, .returns, .raises, .unknown, .exits]) { return false }
    for node in tree.subtree(body) {
      switch tree.kind(node) {
      case .call:
        guard let fact = context.call(node) else { continue }
        switch fact.known?.part ?? .none {
        case .sleep, .lock, .transaction, .retry, .timeout, .gather, .settle, .spawn: return false
        default: break
        }
        if fact.effect.writes { return false }
        // Nobody knows what else is awaited there.
        if fact.known == nil, tree[node].has(.awaited) { return false }
        if NameReading.words(NameReading.last(tree.name(node))).contains(where: {
          ["sleep", "delay", "throttle", "wait", "limit", "acquire", "pause"].contains($0)
        }) {
          return false
        }
      case .assign where isCarried(node, by: loop, in: context): return false
      case .yield, .attempt, .unknown: return false
      case .jump where tree[node].jumpKind == .break: return false
      default: continue
      }
    }
    return true
  }

  /// What is written in a round and read in the next.
  private static func isCarried(_ assign: NodeIndex, by loop: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.children(assign, .target).contains { target in
      guard context.flow.isWholeName(target), let definition = context.flow.definition(at: target) else { return false }
      // A sum can be made of what came together.
      if tree[assign].name != 0 { return false }
      let isOutside = context.flow.definitions(ofNameAt: target).contains { !tree.contains(loop, $0.target) }
      return isOutside
        && context.flow.uses(of: definition).contains { tree.contains(loop, $0) && $0 < tree[assign].next }
    }
  }

  // MARK: - Together

  private static func together(in context: UnitContext, into pending: inout [PendingEntry]) {
    let tree = context.tree
    for call in context.calls {
      guard let part = call.known?.part, part == .gather || part == .settle else { continue }
      let inner = context.calls(in: call.node).filter { $0.node != call.node && $0.effect.leavesProcess }
      guard let first = inner.first else { continue }
      let isEach = tree.ancestors(first.node).contains {
        tree.contains(call.node, $0) && (tree.kind($0) == .closure || tree.kind($0) == .loop)
      }
      guard inner.count > 1 || isEach else { continue }
      pending.append(
        PendingEntry(
          .checked,
          call.node,
          at: context.headline(call.node),
          key: context.display(call.node),
          message:
            "The calls of `\(context.display(first.node))` in it overlap: `\(context.display(call.node))` awaits "
            + "them together.",
          stake: .availability
        )
      )
    }
  }
}
