import Behaviour
import Knowledge

/// Assertions in work that runs beside the test: promises, tasks, threads, callbacks of events.
extension SwallowedAssertionFinder {
  mutating func findBesideTest() {
    for fact in context.assertions where fact.worth == .open && tree[fact.node].has(.async) {
      findPromised(Demand(node: fact.node, means: .assertion))
    }
    for demand in context.demands where !told.contains(demand.node) {
      findBeside(demand)
    }
  }

  /// An assertion that is itself a promise.
  private mutating func findPromised(_ demand: Demand) {
    guard !told.contains(demand.node) else { return }
    if tree.kind(tree.parent(demand.node)) == .await {
      return clear(demand.node, key: "promised", "The test waits for this assertion.")
    }
    switch context.fate(of: demand.node) {
    case .dropped, .voided, .unread:
      guard told.insert(demand.node).inserted else { return }
      if let callback = callbackCall(behind: demand.node) {
        return clear(
          demand.node,
          key: "promised",
          "The test ends only when `\(tree.name(callback))` is called.",
          evidence: [("ends the test", callback)]
        )
      }
      flag(
        demand.node,
        key: "promised",
        "This assertion is a promise that nobody waits for: the test is over before it can fail.",
        ask: question(demand),
        confidence: .high
      )
    case .awaited, .returned:
      clear(demand.node, key: "promised", "The test waits for this assertion.")
    default: return
    }
  }

  private mutating func findBeside(_ demand: Demand) {
    for above in tree.ancestors(demand.node) {
      if tree.kind(above) == .assertion { return }
      if tree.kind(above) == .attempt, tree[above].has(.byCall), let step = step(of: above) {
        return findInStep(demand, of: step, through: nil)
      }
      guard tree.kind(above) == .closure else { continue }
      guard let use = use(of: above) else { return }
      switch use {
      case .spawned(let call): return findSpawned(demand, by: call, in: above)
      case .beside(let spawn): return findSpawn(demand, spawn)
      case .then(let call): return findInStep(demand, of: call, through: above)
      case .event(let call): return findInEvent(demand, of: call, in: above)
      case .suppressed(let call): return findSuppressed(demand, by: call)
      case .inline: continue
      }
    }
  }

  enum ClosureUse {
    case inline
    /// A task or thread that a call starts.
    case spawned(NodeIndex)
    /// By the language's own word.
    case beside(NodeIndex)
    /// A step of a promise.
    case then(NodeIndex)
    /// Called when something happens.
    case event(NodeIndex)
    /// Run here and now, and its failure is made a value.
    case suppressed(NodeIndex)
  }

  /// What the code around a function does with it; nil where it is not known whether it runs.
  func use(of closure: NodeIndex) -> ClosureUse? {
    if tree[closure].role == .receiver {
      let call = tree.parent(closure)
      return tree.kind(tree.parent(call)) == .spawn ? .beside(tree.parent(call)) : .inline
    }
    if tree[closure].name != 0 { return use(ofNamed: closure) }
    let argument = tree.parent(closure)
    guard tree.kind(argument) == .argument, tree.kind(tree.parent(argument)) == .call else {
      if tree.kind(argument) == .assign, let target = tree.child(argument, .target) {
        return use(ofName: tree.name(target), behind: closure)
      }
      return nil
    }
    return use(asArgumentOf: tree.parent(argument))
  }

  func use(asArgumentOf call: NodeIndex) -> ClosureUse? {
    let known = context.call(call)?.known
    if known?.part == .spawn { return .spawned(call) }
    if startsThread(call) { return .spawned(call) }
    if known?.part == .suppress { return .suppressed(call) }
    let last = NameReading.last(tree.name(call))
    if last == "then" || last == "done", known?.part != .asserts { return .then(call) }
    if SwallowedAssertionFinder.events.contains(String(last)) { return .event(call) }
    return .inline
  }

  private static let events: Set<String> = [
    "on", "once", "addEventListener", "addListener", "setTimeout", "setInterval", "setImmediate", "nextTick",
    "queueMicrotask", "requestAnimationFrame", "subscribe",
  ]

  /// An object that will run what it is given in a thread, when it is started: `Thread(target=work)`.
  private func startsThread(_ call: NodeIndex) -> Bool {
    guard tree[call].has(.constructs), !tree.path(call).isEmpty else { return false }
    if let known = context.knowledge.call(tree.path(call) + ".start")
      ?? context.knowledge.call(tree.path(call) + ".Start")
    {
      return known.part == .spawn
    }
    return false
  }

  /// A function with a name runs where the name is called or handed on.
  func use(ofNamed closure: NodeIndex) -> ClosureUse? {
    use(ofName: tree.name(closure), behind: closure)
  }

  func use(ofName name: String, behind closure: NodeIndex) -> ClosureUse? {
    guard !name.isEmpty else { return nil }
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      guard !tree.contains(closure, node), tree.name(node) == name else { continue }
      if tree.kind(node) == .call {
        return tree.kind(tree.parent(node)) == .spawn ? .beside(tree.parent(node)) : .inline
      }
      guard tree.kind(node) == .read, tree[node].role == .value, tree.kind(tree.parent(node)) == .argument else {
        continue
      }
      let call = tree.parent(tree.parent(node))
      if tree.kind(call) == .call { return use(asArgumentOf: call) }
    }
    return nil
  }
  // MARK: - Events

  private mutating func findInEvent(_ demand: Demand, of call: NodeIndex, in closure: NodeIndex) {
    guard context.file.context.facts.has(.takesCallbacks), context.frame(of: call) == tree.root else { return }
    // Where something else asserts, the test says something in any case.
    guard context.demands.allSatisfy({ tree.contains(call, $0.node) }), guardsCount == nil else { return }
    if context.unit.parameters.contains(where: { context.reads($0.name, in: tree.root) && isCallback($0.name) }) {
      return
    }
    if waitsBehind(call) { return }
    guard told.insert(demand.node).inserted else { return }
    let isTimer = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick"].contains(
      String(NameReading.last(tree.name(call)))
    )
    if isTimer {
      return flag(
        demand.node,
        key: "event",
        "`\(context.display(call))` runs this after the test is over.",
        ask: question(demand),
        confidence: .high,
        evidence: [("runs it later", call)]
      )
    }
    doubt(
      demand.node,
      key: "event",
      "This is reached only if `\(context.display(call))` calls back before the test is over.",
      because: "what makes `\(context.display(call))` call back cannot be seen here",
      ask: "If the callback of `\(context.display(call))` never runs, what makes `\(test)` red?",
      evidence: [("calls back", call)]
    )
  }

  private func isCallback(_ name: String) -> Bool { ["done", "next", "cb", "callback", "end", "t"].contains(name) }

  /// Whether the test waits for something, or moves the clock, behind a node.
  private func waitsBehind(_ call: NodeIndex) -> Bool {
    let end = tree.subtree(tree.root).upperBound
    let start = tree.subtree(call).upperBound
    guard start < end else { return false }
    return (start..<end).contains { at in
      if tree.kind(at) == .await || tree.kind(at) == .return { return true }
      guard tree.kind(at) == .call else { return false }
      let words = NameReading.words(NameReading.last(tree.name(at)))
      return words.contains { ["timers", "timer", "tick", "advance", "flush", "wait", "runs"].contains($0) }
    }
  }
}

extension BehaviourTree {
  /// Whether failed assertions end the thread that they are in, in a language without types of failures to catch.
  func hasPanics(_ context: UnitContext) -> Bool { context.file.context.facts.has(.failuresAreValues) }
}
