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

  private enum Work {
    case known(Effect, NodeIndex?)
    case likely
    /// Nothing that leaves the process, as far as anybody knows.
    case local
  }

  private static func work(of fan: FanOut, in context: UnitContext) -> Work {
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
  private static func effect(ofFunction name: String, in context: UnitContext) -> Effect? {
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

  // MARK: - What limits them

  private enum Limit {
    case by(String, NodeIndex)
    case perhaps(String, NodeIndex)
    case none
  }

  private static func limit(of fan: FanOut, in context: UnitContext) -> Limit {
    let tree = context.tree
    // Something that is passed, or held, in each of them, or before each is started.
    let range = fan.round.map { union($0.body, fan.work) } ?? fan.work
    for call in context.calls(in: range) {
      if call.known?.part == .limits {
        return .by("`\(context.display(call.node))` lets only so many run at once", call.node)
      }
      if isLimiter(call, in: context) {
        return .by("`\(context.display(call.node))` lets only so many run at once", call.node)
      }
      guard call.node != fan.node else { continue }
      if let known = call.known, known.part == .lock, isSemaphore(context.tree.name(call.node), call.path) {
        return .by("`\(context.display(call.node))` waits for a free place", call.node)
      }
      let last = NameReading.habitual(NameReading.last(tree.name(call.node)))
      if call.known == nil, waitsForPlace(last, tree.name(call.node)) {
        return isMade(context.tree.name(call.node), as: "semaphore", in: context)
          ? .by("`\(context.display(call.node))` waits for a free place", call.node)
          : .perhaps(context.display(call.node), call.node)
      }
      // `await Promise.all(batch)` in the loop, `group.next()`: some are waited for before the next are started.
      if isWait(call, of: fan, in: context) {
        return .by("`\(context.display(call.node))` waits for some before more are started", call.node)
      }
    }
    for node in range where tree.kind(node) == .scoped {
      guard let resource = tree.child(node, .resource) else { continue }
      if let limit = limit(byHolding: resource, in: context) { return limit }
    }
    if let limit = limitOfPool(fan, in: context) { return limit }
    if let worker = fan.worker { return limit(insideOf: worker, at: fan.node, in: context) }
    return .none
  }

  /// `const limit = pLimit(5)`: what is called is what a call made.
  private static func isLimiter(_ call: CallFact, in context: UnitContext) -> Bool {
    let name = context.tree.name(call.node)
    guard call.known == nil, !name.isEmpty, !name.utf8.contains(UInt8(ascii: ".")) else { return false }
    let made: String
    if let construction = context.file.constructions[name] {
      made = construction.path
    } else {
      let reaching = context.flow.definitions(reaching: call.node)
      guard reaching.count == 1, let value = reaching[0].value, context.tree.kind(value) == .call else { return false }
      made = context.tree.path(value)
    }
    return !made.isEmpty && context.knowledge.call(made + "()")?.part == .limits
  }

  private static func union(_ a: Range<NodeIndex>, _ b: Range<NodeIndex>) -> Range<NodeIndex> {
    guard !b.isEmpty else { return a }
    return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  private static func limit(byHolding resource: NodeIndex, in context: UnitContext) -> Limit? {
    let tree = context.tree
    let name = tree.kind(resource) == .call ? String(NameReading.base(tree.name(resource))) : tree.name(resource)
    let shown = context.shown(context.unit.written(name.isEmpty ? tree.name(resource) : name))
    if isSemaphore(name, tree.path(resource)) || isMade(name, as: "semaphore", in: context) {
      if isMade(name, as: "semaphore", in: context) || tree.path(resource).lowercased().contains("semaphore")
        || tree[resource].path == 0 && tree[tree.parent(resource)].scopeKind == .lock
      {
        return .by("`\(shown)` lets only so many run at once", resource)
      }
      return .perhaps(shown, resource)
    }
    // A lock lets one through.
    if tree[tree.parent(resource)].scopeKind == .lock { return .by("`\(shown)` lets one run at a time", resource) }
    return nil
  }

  private static func isSemaphore(_ name: String, _ path: String) -> Bool {
    if path.lowercased().contains("semaphore") || path.contains("CapacityLimiter") { return true }
    return NameReading.words(name).contains { limiterWords.contains($0) }
  }

  private static let limiterWords: Set<String> = [
    "sem", "semaphore", "limiter", "limit", "slots", "permits", "throttle", "throttler", "gate", "concurrency",
  ]

  private static func waitsForPlace(_ last: String, _ name: String) -> Bool {
    guard ["acquire", "wait", "acquire_owned", "send", "run", "schedule", "take", "acquire_many"].contains(last) else {
      return false
    }
    return NameReading.words(NameReading.base(name)).contains { limiterWords.contains($0) }
  }

  /// Whether a name was given what a call of this kind makes, in the unit or in the file.
  private static func isMade(_ name: String, as kind: String, in context: UnitContext) -> Bool {
    let root = NameReading.root(name)
    if root == "self" || root == "this" {
      let field = name.dropFirst(root.count + 1).prefix { $0 != "." }
      if let owner = context.unit.owner {
        if context.file.constructions["\(owner.name).\(field)"]?.path.lowercased().contains(kind) == true {
          return true
        }
        return owner.fields.first { $0.name == field }?.type?.lowercased().contains(kind) == true
      }
      return false
    }
    if context.file.constructions[String(root)]?.path.lowercased().contains(kind) == true { return true }
    let tree = context.tree
    return tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .assign, let target = tree.child(NodeIndex(index), .target),
        tree.name(target) == root, let value = tree.child(NodeIndex(index), .value)
      else { return false }
      return tree.subtree(value).contains { at in
        guard tree.kind(at) == .call else { return false }
        if tree.name(at).lowercased().contains(kind) || tree.path(at).lowercased().contains(kind) { return true }
        // A channel with room for a number.
        return tree.name(at) == "make" && tree.children(at, .argument).count > 1
      }
    }
  }

  private static func isWait(_ call: CallFact, of fan: FanOut, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard let round = fan.round, tree.contains(round.node, call.node), !fan.work.contains(call.node) else {
      return false
    }
    switch call.known?.part {
    case .gather, .settle: return call.node != fan.node
    default: break
    }
    guard tree[call.node].has(.awaited) || !tree[call.node].has(.constructs) else { return false }
    let last = NameReading.habitual(NameReading.last(tree.name(call.node)))
    if ["next", "race", "join_next", "waitForAll", "whenAny", "waitAny"].contains(last) {
      return tree[call.node].has(.awaited) || call.known?.effect == .wait
    }
    return false
  }

  /// `executor.submit(…)`: the pool was made for so many.
  private static func limitOfPool(_ fan: FanOut, in context: UnitContext) -> Limit? {
    let tree = context.tree
    guard tree.kind(fan.node) == .call else { return nil }
    switch pool(of: fan.node, in: context) {
    case .bounded(let text): return .by("`\(text)` has threads of its own number", fan.node)
    case .unknown(let text): return .perhaps(text, fan.node)
    case .growing, .none: break
    }
    for call in context.calls where isSetLimit(call, in: context) && call.node < fan.node {
      let pool = NameReading.base(tree.name(call.node))
      if !pool.isEmpty, pool == NameReading.base(tree.name(fan.node)) {
        return .by("`\(context.display(call.node))` sets how many run at once", call.node)
      }
    }
    return nil
  }

  private enum Pool { case none, bounded(String), growing, unknown(String) }

  /// What runs what is submitted to it: a pool of a fixed size, one that grows with the work, or nobody knows.
  private static func pool(of call: NodeIndex, in context: UnitContext) -> Pool {
    guard let fact = context.call(call), fact.known?.runs == .inThreads else { return .none }
    let path: String
    switch context.client(of: call) {
    case .construction(let made): path = made.path
    case .made(let node) where node != call: path = context.tree.path(node)
    case .elsewhere(let name): return .unknown(context.shown(context.unit.written(name)))
    default: return .none
    }
    let maker = NameReading.words(NameReading.last(path))
    if maker.contains("cached") || maker.contains("virtual") { return .growing }
    let isPool = maker.contains("pool") || maker.contains("executor")
    return isPool ? .bounded(String(NameReading.last(path))) : .none
  }

  private static func isSetLimit(_ call: CallFact, in context: UnitContext) -> Bool {
    NameReading.habitual(NameReading.last(context.tree.name(call.node))) == "setLimit"
  }

  /// The function that each of them runs may hold something for as long as it runs.
  private static func limit(insideOf worker: String, at node: NodeIndex, in context: UnitContext) -> Limit {
    let tree = context.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure {
      let closure = NodeIndex(index)
      let isNamed = tree.name(closure) == worker || nameOfClosure(closure, tree) == worker
      guard isNamed else { continue }
      for at in tree.subtree(closure) {
        if tree.kind(at) == .scoped, let resource = tree.child(at, .resource),
          let limit = limit(byHolding: resource, in: context)
        {
          return limit
        }
        if let call = context.call(at), call.known?.part == .lock || call.known?.part == .limits,
          isSemaphore(tree.name(at), call.path)
        {
          return .by("`\(context.display(at))` waits for a free place", at)
        }
      }
    }
    guard let found = context.file.declaration(calledAs: worker, in: context.unit) else { return .none }
    for place in found.declaration.holds {
      if isMade(place, as: "semaphore", in: context) {
        return .by("`\(context.shown(found.name))` holds `\(context.shown(place))`, which lets only so many run", node)
      }
      if isSemaphore(place, "") { return .perhaps(context.shown(place), node) }
    }
    if found.declaration.called.contains(where: { context.knowledge.call($0)?.part == .limits || isSemaphore("", $0) })
    {
      return .by("`\(context.shown(found.name))` waits for a free place", node)
    }
    return .none
  }

  private static func nameOfClosure(_ closure: NodeIndex, _ tree: BehaviourTree) -> String {
    let parent = tree.parent(closure)
    guard tree.kind(parent) == .assign, let target = tree.child(parent, .target) else { return "" }
    return tree.name(target)
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
  private static func size(of round: ElementRound, in context: UnitContext) -> RoundSize {
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
