import Behaviour
import Knowledge

/// What runs at once is limited by something other than the size of the input.
package enum UnboundedConcurrency: Rule {
  package static let card = RuleCard(
    id: .unboundedConcurrency,
    family: .concurrency,
    summary: "What runs at once is limited by something other than the size of the input.",
    rationale: """
      A task for each element is the shortest way to do many things at once, and with the ten elements of a test the \
      fastest. With ten thousand it opens ten thousand connections: the other side refuses them, the files or the \
      memory of this one run out, and all of them fail together.

      The obligation is met by a semaphore or a limiter, by a pool of a fixed size, by taking the elements in parts, \
      and where their number is constant.
      """,
    sources: ["CWE-770", "CWE-400"],
    examples: firstExamples + secondExamples
  )

  package static func examine(_ context: UnitContext, into ledger: inout LedgerBuilder) {
    guard !context.isExempt, !context.file.context.traits.contains(.oneOff), mayFanOut(context) else { return }
    var pending: [PendingEntry] = []
    for fan in context.fanOuts() {
      if let entry = entry(for: fan, in: context) { pending.append(entry) }
    }
    for call in context.calls where call.known?.part == .limits {
      if let entry = limited(call, in: context) { pending.append(entry) }
    }
    if !pending.isEmpty { ledger.add(.unboundedConcurrency, pending) }
  }

  private static func mayFanOut(_ context: UnitContext) -> Bool {
    context.tree.nodes.contains { $0.kind == .spawn }
      || context.calls.contains { call in
        switch call.known?.part {
        case .gather, .settle, .spawn, .limits: true
        default: false
        }
      }
  }

  // MARK: - What each of them does

  enum Work {
    case known(Effect, NodeIndex?)
    case likely
    /// Nothing that leaves the process, as far as anybody knows.
    case local
  }

  static func work(of fan: FanOut, in context: UnitContext) -> Work {
    for call in context.calls(in: fan.work) where call.effect.leavesProcess && call.known?.part != .respond {
      return .known(call.effect, call.node)
    }
    if let worker = fan.worker, let effect = effect(ofFunction: worker, in: context) { return .known(effect, nil) }
    for call in context.calls(in: fan.work) where call.known == nil {
      if context.likelyEffect(of: call) != .none { return .likely }
      if let effect = effect(ofFunction: context.tree.name(call.node), in: context) { return .known(effect, nil) }
    }
    if let worker = fan.worker, context.likelyEffect(ofName: worker) != .none { return .likely }
    return .local
  }

  /// What a function of the file, or of the unit, does outside.
  static func effect(ofFunction name: String, in context: UnitContext) -> Effect? {
    let tree = context.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure && tree.nodes[index].name != 0 {
      guard tree.text(tree.nodes[index].name) == name else { continue }
      let body = tree.subtree(NodeIndex(index))
      return context.calls(in: body).first { $0.effect.leavesProcess }?.effect
    }
    guard let found = context.file.declaration(calledAs: name, in: context.unit) else { return nil }
    for path in found.declaration.called {
      if let effect = context.knowledge.call(path)?.effect, effect.leavesProcess { return effect }
    }
    return nil
  }

  // MARK: - Outcomes

  private static func entry(for fan: FanOut, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard let round = fan.round else { return nil }
    let work = work(of: fan, in: context)
    if case .local = work { return nil }
    let name = shownName(fan, in: context)
    let collection = shownCollection(round, in: context)
    let place = (note: "one for each element of this", node: round.collection ?? round.node)
    let range = tree.kind(fan.node) == .call ? context.headline(fan.node) : headOfSpawn(fan.node, in: context)
    let question =
      "With 10 000 elements in `\(collection)`, `\(name)` starts 10 000 at once: what limits that, and what breaks first?"
    func checked(_ clause: String, _ evidence: [(note: String, node: NodeIndex)]) -> PendingEntry {
      PendingEntry(
        .checked,
        fan.node,
        at: range,
        key: name + clause,
        message: "What `\(name)` runs at once is limited: \(clause).",
        stake: .availability,
        evidence: evidence
      )
    }
    func unverified(_ reason: String, _ evidence: [(note: String, node: NodeIndex)] = []) -> PendingEntry {
      PendingEntry(
        .unverified,
        fan.node,
        at: range,
        key: name + reason,
        message: "`\(name)` runs one for each element of `\(collection)` at once.",
        question: question,
        reason: reason,
        stake: .availability,
        evidence: evidence
      )
    }
    switch size(of: round, in: context) {
    case .constant(let count): return count <= 20 ? nil : checked("\(count) at most", [place])
    case .named, .stream: return nil
    case .batches(let clause): return checked(clause, [place])
    case .open: break
    }
    switch limit(of: fan, in: context) {
    case .by(let clause, let node): return checked(clause, node == fan.node ? [place] : [place, (clause, node)])
    case .perhaps(let what, let node):
      return unverified(
        "how many `\(what)` lets through is not in reach",
        node == fan.node ? [place] : [place, ("may let only so many through", node)]
      )
    case .none: break
    }
    guard case .known(let effect, let source) = work else {
      return unverified("whether what each of them does leaves the process is not in reach", [place])
    }
    switch effect {
    case .databaseRead, .databaseWrite, .databaseBySQL, .cacheRead, .cacheWrite:
      return unverified("how many connections its pool may hold is set elsewhere", [place])
    default: break
    }
    var evidence = [place]
    if let source { evidence.append(("each of them does this", source)) }
    return PendingEntry(
      .flagged,
      fan.node,
      at: range,
      key: name,
      message: "`\(name)` starts one for each element of `\(collection)`, and nothing limits how many run at once.",
      question: question,
      confidence: isQueryResult(round, in: context) ? .high : .medium,
      stake: .availability,
      evidence: evidence
    )
  }

  /// A round within a round that takes a batch each time.
  static func size(of round: ElementRound, in context: UnitContext) -> RoundSize {
    let own = context.size(of: round)
    guard own == .open, let outer = context.elementRound(around: round.node),
      case .batches(let clause) = context.size(of: outer)
    else { return own }
    let node = round.collection ?? round.node
    let root = NameReading.root(context.tree.name(node))
    let isElement = outer.elements.contains { NameReading.root(context.tree.name($0)) == root }
    return isElement && !root.isEmpty ? .batches(clause) : own
  }

  private static func shownName(_ fan: FanOut, in context: UnitContext) -> String {
    let tree = context.tree
    if tree.kind(fan.node) == .call { return context.display(fan.node) }
    return context.shown(fan.worker ?? "go")
  }

  private static func headOfSpawn(_ node: NodeIndex, in context: UnitContext) -> Range<Int>? {
    let bytes = context.tree[node].bytes
    guard bytes.count > 60,
      let closure = context.tree.subtree(node).first(where: { context.tree.kind($0) == .closure }),
      let body = context.tree.child(closure, .body)
    else { return nil }
    let end = context.tree[body].bytes.lowerBound
    return end > bytes.lowerBound ? bytes.lowerBound..<end : nil
  }

  private static func shownCollection(_ round: ElementRound, in context: UnitContext) -> String {
    let tree = context.tree
    if let collection = round.collection {
      switch tree.kind(collection) {
      case .read where tree[collection].name != 0: return context.shown(context.unit.written(tree.name(collection)))
      case .call: return context.display(collection)
      default: break
      }
    }
    if tree.kind(round.node) == .call {
      let base = NameReading.base(tree.name(round.node))
      if !base.isEmpty { return context.shown(context.unit.written(String(base))) }
    }
    return "the input"
  }

  /// All that a table holds: nobody knows how many that are.
  private static func isQueryResult(_ round: ElementRound, in context: UnitContext) -> Bool {
    guard let collection = round.collection, let origin = context.flow.origin(of: collection) else { return false }
    return context.calls(in: origin).contains { $0.effect == .databaseRead }
  }

  /// What is made to limit: nothing can be wrong but that it was told no limit.
  private static func limited(_ call: CallFact, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    // Inside of a fan-out it is named there.
    guard context.elementRound(around: call.node) == nil || tree[call.node].role == .iterable,
      !tree.children(call.node, .argument).isEmpty
    else { return nil }
    let last = NameReading.last(tree.name(call.node))
    let name = context.display(call.node)
    switch context.argument(anyOf: ["concurrency", "in_threads", "in_processes"], of: call.node) {
    case .given(let value):
      guard tree[value].literalKind != .null || tree.kind(value) != .literal else { return nil }
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` runs only so many at once.",
        stake: .availability,
        evidence: [("says how many", value)]
      )
    default:
      guard ["buffer_unordered", "buffered", "mapLimit", "eachLimit", "ofLimit"].contains(last) else { return nil }
      return PendingEntry(
        .checked,
        call.node,
        at: context.headline(call.node),
        key: name,
        message: "`\(name)` runs only so many at once.",
        stake: .availability
      )
    }
  }
}
