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

  private enum ClosureUse {
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
  private func use(of closure: NodeIndex) -> ClosureUse? {
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

  private func use(asArgumentOf call: NodeIndex) -> ClosureUse? {
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
  private func use(ofNamed closure: NodeIndex) -> ClosureUse? {
    use(ofName: tree.name(closure), behind: closure)
  }

  private func use(ofName name: String, behind closure: NodeIndex) -> ClosureUse? {
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

  // MARK: - Tasks and threads

  private mutating func findSpawned(_ demand: Demand, by call: NodeIndex, in closure: NodeIndex) {
    let name = context.display(call)
    let evidence = [("\(name) starts it", call)]
    let recordsOnly = context.file.context.facts.failedAssertions.isEmpty && !tree.hasPanics(context)
    let returnsFailure =
      tree.hasPanics(context)
      || context.call(call)?.known.map { $0.isAsync || $0.failure.contains(.value) } ?? false
    if recordsOnly {
      // A failure is noted wherever it happens, if the test is still there.
      guard context.frame(of: call) == tree.root, told.insert(demand.node).inserted else { return }
      if isWaitedFor(call) {
        return clear(demand.node, key: "spawned", "The test waits for `\(name)`.", evidence: evidence)
      }
      return flag(
        demand.node,
        key: "spawned",
        "This runs beside the test, which does not wait for it.",
        ask: question(demand),
        confidence: .high,
        evidence: evidence
      )
    }
    if catchesAll(around: demand.node, within: closure) { return }
    // What structured concurrency starts, its scope waits for, and its failure is the scope's.
    if context.file.context.facts.has(.waitsByItself), isScoped(call) { return }
    switch context.fate(of: call) {
    case .awaited, .returned:
      guard returnsFailure || tree[call].has(.awaited) else { break }
      told.insert(demand.node)
      return clear(demand.node, key: "spawned", "The test waits for `\(name)` and its failure.", evidence: evidence)
    case .handedOn(let taker, _):
      guard returnsFailure else { break }
      if context.call(taker)?.known?.part == .gather { return }
      return
    case .other, .tested, .supervised:
      if returnsFailure, asksForResult(of: call) {
        told.insert(demand.node)
        return clear(demand.node, key: "spawned", "The test asks for the result of `\(name)`.", evidence: evidence)
      }
      if returnsFailure, !tree.hasPanics(context) { return }
    case .voided, .dropped, .unread: break
    }
    guard told.insert(demand.node).inserted else { return }
    flag(
      demand.node,
      key: "spawned",
      "This fails in work that `\(name)` started, and its failure does not come back to the test.",
      ask: question(demand),
      confidence: .high,
      evidence: evidence
    )
  }

  /// `let _ = catch_unwind(|| …)`
  private mutating func findSuppressed(_ demand: Demand, by call: NodeIndex) {
    switch tree.destination(of: call).kind {
    case .dropped, .voided: break
    default: return
    }
    guard told.insert(demand.node).inserted else { return }
    flag(
      demand.node,
      key: "suppressed",
      "`\(context.display(call))` takes this failure, and what it gives is thrown away: the test passes.",
      ask: question(demand),
      confidence: .high,
      evidence: [("takes the failure", call)]
    )
  }

  /// A coroutine that is started in the scope of the test.
  private func isScoped(_ call: NodeIndex) -> Bool {
    let last = NameReading.last(tree.name(call))
    return (last == "launch" || last == "async") && !tree.name(call).hasPrefix("GlobalScope")
  }

  /// What is raised by the work, the work itself catches, to hand it on in its own way.
  private func catchesAll(around node: NodeIndex, within closure: NodeIndex) -> Bool {
    for above in tree.ancestors(node) {
      if above == closure { return false }
      if tree.kind(above) == .attempt { return true }
    }
    return false
  }

  private func asksForResult(of call: NodeIndex) -> Bool {
    context.uses(of: call).contains { use in
      guard case .member(let name) = use.kind, SwallowedAssertionFinder.results.contains(name) else { return false }
      // Where the failure comes as a value, that must not be thrown away.
      let fate = tree.destination(of: use.node).kind
      return !tree.hasPanics(context) || tree[use.node].has(.propagated) || fate != .dropped && fate != .voided
    }
  }

  private static let results: Set<String> = [
    "get", "join", "result", "value", "value!", "wait", "await", "Wait", "Result", "GetAwaiter", "getNow", "exception",
    "resultNow", "WaitAsync",
  ]

  /// In a language that notes failures: whether something in the test waits behind the start.
  private func isWaitedFor(_ call: NodeIndex) -> Bool {
    switch context.fate(of: call) {
    case .awaited, .returned: return true
    default: break
    }
    let end = tree.subtree(tree.root).upperBound
    let start = tree.subtree(call).upperBound
    guard start < end else { return false }
    return (start..<end).contains { at in
      switch tree.kind(at) {
      case .await: return true
      case .call:
        let words = NameReading.words(NameReading.last(tree.name(at)))
        return words.contains { SwallowedAssertionFinder.waits.contains($0) }
      case .assertion: return tree.name(at) == AssertionKind.other
      default: return false
      }
    }
  }

  private static let waits: Set<String> = [
    "wait", "waits", "waiting", "fulfillment", "sync", "sleep", "join", "expectation", "expectations", "eventually",
    "run", "until", "drain", "shutdown", "semaphore", "barrier", "poll", "spin",
  ]

  /// `go func() { require.Equal(…) }()`: what ends the test must run in the test's own function.
  private mutating func findSpawn(_ demand: Demand, _ spawn: NodeIndex) {
    guard tree.kind(demand.node) == .assertion, tree[demand.node].has(.propagated),
      context.file.context.facts.failedAssertions.isEmpty, told.insert(demand.node).inserted
    else { return }
    flag(
      demand.node,
      key: "beside",
      "This ends the function that it stands in, which runs beside the test: the test itself goes on.",
      ask: question(demand),
      confidence: .high,
      evidence: [("runs beside the test", spawn)]
    )
  }

  // MARK: - Steps of promises

  /// The call that a `catch` or `then` of two functions was.
  private func step(of attempt: NodeIndex) -> NodeIndex? { attempt }

  private mutating func findInStep(_ demand: Demand, of step: NodeIndex, through closure: NodeIndex?) {
    let start = chainStart(of: step)
    if startsPage(start) { return }
    switch context.fate(of: step) {
    case .awaited, .returned, .supervised:
      told.insert(demand.node)
      guard closure != nil else { return }
      clear(
        demand.node,
        key: "step",
        "The test waits for the promise in which this stands.",
        evidence: [("is waited for", step)]
      )
    case .dropped, .voided, .unread:
      guard context.file.context.facts.has(.takesCallbacks), tree.kind(step) == .call || tree.kind(step) == .attempt
      else { return }
      guard told.insert(demand.node).inserted else { return }
      if let callback = callbackCall(behind: demand.node) {
        return clear(
          demand.node,
          key: "step",
          "The test ends only when `\(tree.name(callback))` is called.",
          evidence: [("ends the test", callback)]
        )
      }
      if let count = guardsCount {
        return clear(
          demand.node,
          key: "step",
          "The test counts its assertions.",
          evidence: [("fails where one is not reached", count)]
        )
      }
      flag(
        demand.node,
        key: "step",
        "This stands in a promise that the test neither awaits nor returns: it is over before this can fail.",
        ask: question(demand),
        confidence: .high,
        evidence: [("nobody waits for this", step)]
      )
    default: return
    }
  }

  private func chainStart(of step: NodeIndex) -> NodeIndex {
    var at = step
    for _ in 0..<40 {
      if tree.kind(at) == .attempt {
        guard let body = tree.child(at, .body), let first = tree.children(body).first(where: { _ in true }) else {
          return at
        }
        at = first
      } else if let receiver = tree.child(at, .receiver) {
        at = receiver
      } else if tree.kind(at) == .await || tree.kind(at) == .return, let value = tree.child(at, .value) {
        at = value
      } else {
        return at
      }
    }
    return at
  }

  /// A chain whose framework runs it and waits for it: its first call is one that asserts.
  private func startsPage(_ start: NodeIndex) -> Bool {
    guard tree.kind(start) == .call else { return true }
    let path = tree.path(start)
    return context.call(start)?.known?.part == .asserts || context.knowledge.call(path)?.part == .asserts
      || NameReading.root(tree.name(start)) == "cy"
  }

  /// The call by which a test with a callback says that it is done, behind a node in the same function.
  private func callbackCall(behind node: NodeIndex) -> NodeIndex? {
    guard context.file.context.facts.has(.takesCallbacks), let first = context.unit.parameters.first else { return nil }
    let names: Set<String> = ["done", "next", "cb", "callback", "resolve", "end"]
    for index in tree.nodes.indices where index > Int(node) {
      let at = NodeIndex(index)
      let name = tree.name(at)
      guard tree.kind(at) == .call || tree.kind(at) == .read, tree[at].role != .parameter else { continue }
      if name == first.name || names.contains(name) || NameReading.root(name) == first.name, names.contains(first.name)
      {
        return at
      }
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
  fileprivate func hasPanics(_ context: UnitContext) -> Bool { context.file.context.facts.has(.failuresAreValues) }
}
