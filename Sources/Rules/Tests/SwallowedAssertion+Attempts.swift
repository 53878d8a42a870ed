import Behaviour
import Knowledge

/// Assertions round which failures are caught.
extension SwallowedAssertionFinder {
  mutating func findInAttempts() {
    var seen: Set<NodeIndex> = []
    for handler in context.handlers where seen.insert(handler.attempt.node).inserted {
      let attempt = handler.attempt.node
      guard let body = tree.child(attempt, .body) else { continue }
      let handlers = context.handlers.filter { $0.attempt.node == attempt }
      let covered = context.demands(in: body).filter { covers($0.node, attempt) && !told.contains($0.node) }
      let catching = handlers.first { catchesAssertions($0) }
      if let catching, let demand = covered.first(where: { reaches($0, catching) }) {
        for demand in covered { told.insert(demand.node) }
        findCaught(demand, by: catching)
        continue
      }
      if context.demands(in: body).allSatisfy({ $0.means == .fails }) { findWithoutFailure(attempt, handlers, body) }
      findOnSuccess(attempt, handlers, body)
    }
  }

  /// Whether what a node raises reaches an attempt: no other function, demand or attempt that catches it is in between.
  private func covers(_ node: NodeIndex, _ attempt: NodeIndex) -> Bool {
    var child = node
    for above in tree.ancestors(node) {
      if above == attempt { return true }
      switch tree.kind(above) {
      case .assertion: return false
      case .closure: if tree[above].name != 0 || tree[above].has(.async) { return false }
      case .attempt where tree[child].role == .body:
        if context.handlers.contains(where: { $0.attempt.node == above && catchesAssertions($0) }) { return false }
      default: break
      }
      child = above
    }
    return false
  }

  func catchesAssertions(_ handler: HandlerFact) -> Bool {
    let failed = context.file.context.facts.failedAssertions
    guard !failed.isEmpty else { return false }
    if handler.types.isEmpty { return failed.contains("") }
    return handler.types.contains { type in
      let name = tree.path(type).isEmpty ? tree.name(type) : tree.path(type)
      return failed.contains(String(NameReading.last(name)))
    }
  }

  /// What a framework raises by itself to end a test goes past handlers that do not take the end of the program.
  private func reaches(_ demand: Demand, _ handler: HandlerFact) -> Bool {
    let exits = context.file.context.facts.exits
    guard tree.kind(demand.node) == .assertion, exits.contains("") else { return true }
    let kind = tree.name(demand.node)
    guard kind == AssertionKind.raises || kind == AssertionKind.fail else { return true }
    if handler.types.isEmpty { return true }
    return handler.types.contains { exits.contains(String(NameReading.last(tree.name($0)))) }
  }

  // MARK: - A handler that takes failed assertions

  enum Fate {
    /// It goes on to the framework.
    case fails(NodeIndex)
    /// It is kept, and asked for later.
    case kept(NodeIndex)
    /// What becomes of it is not in reach.
    case unclear(String)
    case swallowed(String)
    /// The handler does something that is no matter of this rule.
    case other
  }

  private mutating func findCaught(_ demand: Demand, by handler: HandlerFact) {
    let subject = context.wording(of: demand)
    let evidence = [("fails into the handler", demand.node)]
    switch fate(in: handler) {
    case .other: return
    case .fails(let node):
      clear(
        handler.node,
        at: handler.header,
        key: "caught",
        "The handler hands the failure of \(subject) on.",
        evidence: evidence + [("hands it on", node)]
      )
    case .kept(let node):
      clear(
        handler.node,
        at: handler.header,
        key: "caught",
        "The failure of \(subject) is kept, and the test asks for it.",
        evidence: evidence + [("asks for it", node)]
      )
    case .unclear(let reason):
      doubt(
        handler.node,
        at: handler.header,
        key: "caught",
        "This handler takes the failure of \(subject), too.",
        because: reason,
        ask: question(demand),
        evidence: evidence
      )
    case .swallowed(let deed):
      if handler.hasUnknown || handler.attempt.hasUnknown {
        return doubt(
          handler.node,
          at: handler.header,
          key: "caught",
          "This handler takes the failure of \(subject), too.",
          because: "a part of it could not be read",
          ask: question(demand),
          evidence: evidence
        )
      }
      flag(
        handler.node,
        at: handler.header,
        key: "caught",
        "The failure of \(subject) ends in this handler, which \(deed): the test passes.",
        ask: question(demand),
        confidence: .high,
        evidence: evidence
      )
    }
  }

  private func fate(in handler: HandlerFact) -> Fate {
    guard let body = handler.body else {
      return handler.comment.isEmpty ? .swallowed("does nothing") : .unclear("its comment says: “\(handler.comment)”")
    }
    let ways = context.ways(outOf: body)
    if ways.isDisjoint(with: [.falls, .returns, .breaks, .continues]) { return .fails(handler.decisive) }
    if let fails = sure(failureIn: body) { return .fails(fails) }
    if skips(in: body) { return .other }
    if let told = tellsFramework(handler, body) { return .fails(told) }
    let demands = context.demands(in: body)
    if !demands.isEmpty {
      guard demands.allSatisfy({ asksOnlyForError($0, handler.error) }) else { return .other }
      return .swallowed("asks no more than whether there is an error")
    }
    if ways.contains(.raises) { return .unclear("it hands on some failures, and not others") }
    if let kept = keeps(handler, body) { return kept }
    if context.loop(around: handler.attempt.node) != nil || handler.isRetried {
      return endsInDemand(behindLoopAround: handler.attempt.node)
        ? .other : .unclear("it may try again, and what the last try comes to is not seen")
    }
    if let call = takesError(handler, body) {
      return .unclear("what `\(context.display(call))` does with it is not in this file")
    }
    if !handler.comment.isEmpty { return .unclear("its comment says: “\(comment(handler))”") }
    switch handler.verdict {
    case .empty: return .swallowed("does nothing")
    case .logs: return .swallowed("writes a line")
    default: return .swallowed("goes on")
    }
  }

  func comment(_ handler: HandlerFact) -> String { context.shown(handler.comment) }

  /// What fails the test wherever it is reached, on every way through a block.
  func sure(failureIn block: NodeIndex) -> NodeIndex? {
    for child in tree.children(block) {
      let inner = tree.kind(child) == .await ? tree.child(child, .value) ?? child : child
      if context.demands.contains(where: { $0.node == inner && $0.means == .fails }) { return inner }
      switch tree.kind(inner) {
      case .raise, .propagate: return inner
      case .call:
        // `self.fail(…)`, `Fail.now()`: by its name.
        let last = NameReading.words(NameReading.last(tree.name(inner)))
        if last.first == "fail" || last.first == "unreachable" || context.call(inner)?.known?.part == .exit {
          return inner
        }
      default: continue
      }
    }
    return nil
  }

  func skips(in block: NodeIndex) -> Bool {
    context.calls(in: block).contains { call in
      let words = NameReading.words(NameReading.last(tree.name(call.node)))
      return words.contains { ["skip", "skipped", "pending", "assume", "xfail"].contains($0) }
    }
  }

  /// `done(error)`, `reject(error)`, `t.fail(error)`.
  private func tellsFramework(_ handler: HandlerFact, _ body: NodeIndex) -> NodeIndex? {
    guard !handler.error.isEmpty, context.file.context.facts.has(.takesCallbacks) else { return nil }
    for call in context.calls(in: body) where tree.child(call.node, .argument) != nil {
      let name = tree.name(call.node)
      let isCallback =
        context.unit.parameters.first?.name == name || ["done", "reject", "cb", "callback", "next"].contains(name)
      if isCallback, context.reads(handler.error, in: call.node) { return call.node }
    }
    return nil
  }

  private func asksOnlyForError(_ demand: Demand, _ error: String) -> Bool {
    guard !error.isEmpty, tree.kind(demand.node) == .assertion, let actual = tree.child(demand.node, .actual),
      tree.kind(actual) == .read, tree.name(actual) == error
    else { return false }
    switch tree.name(demand.node) {
    case AssertionKind.truthy, AssertionKind.notNull: return !tree[demand.node].has(.negated)
    case AssertionKind.null: return tree[demand.node].has(.negated)
    case AssertionKind.type:
      guard let type = tree.child(demand.node, .expected) else { return false }
      return context.file.context.facts.failedAssertions.contains(String(NameReading.last(tree.name(type))))
    default: return false
    }
  }

  /// The error, or a mark that it was there, is written to something that is read behind the attempt.
  private func keeps(_ handler: HandlerFact, _ body: NodeIndex) -> Fate? {
    var names: [String] = []
    for at in tree.subtree(body) {
      if tree.kind(at) == .read, tree[at].role == .target {
        names.append(String(NameReading.root(tree.name(at))))
      } else if tree.kind(at) == .call, let argument = tree.child(at, .argument), !handler.error.isEmpty,
        context.reads(handler.error, in: argument)
      {
        let root = NameReading.root(tree.name(at))
        if !context.flow.definitions(ofNameAt: at).isEmpty { names.append(String(root)) }
      } else if tree.kind(at) == .call, marks.contains(String(NameReading.last(tree.name(at)))) {
        // `hasFailed.set(true)`
        if !context.flow.definitions(ofNameAt: at).isEmpty { names.append(String(NameReading.root(tree.name(at)))) }
      }
    }
    for name in names where !name.isEmpty && name != "_" {
      let end = tree.subtree(tree.root).upperBound
      let start = tree.subtree(handler.attempt.node).upperBound
      guard start <= end else { continue }
      if let demand = context.demands.first(where: { $0.node >= start && context.reads(name, in: $0.node) }) {
        return .kept(demand.node)
      }
      if context.firstRead(of: name, in: start..<end) != nil || name == "self" || name == "this" {
        return .unclear("what is kept in `\(name)` may be asked for later")
      }
      // What a function beside the test keeps, the test reads from outside of it.
      if let demand = context.demands.first(where: { context.reads(name, in: $0.node) }) { return .kept(demand.node) }
    }
    return nil
  }

  private var marks: Set<String> {
    ["set", "store", "incrementAndGet", "getAndIncrement", "increment", "getAndSet", "compareAndSet", "Store", "Add"]
  }

  /// A call that is given the error, and is no log.
  func takesError(_ handler: HandlerFact, _ body: NodeIndex) -> NodeIndex? {
    guard !handler.error.isEmpty else { return nil }
    for call in context.calls(in: body) {
      guard tree.children(call.node, .argument).contains(where: { context.reads(handler.error, in: $0) }) else {
        continue
      }
      switch context.role(of: call) {
      case .log, .harmless, .cleanup: continue
      case .unresolved, .ambiguous, .effect, .report, .exit, .rollback, .sleep: return call.node
      }
    }
    return nil
  }

  private func endsInDemand(behindLoopAround node: NodeIndex) -> Bool {
    guard let loop = context.loop(around: node) else { return false }
    let start = tree.subtree(loop).upperBound
    let end = tree.subtree(context.frame(of: loop)).upperBound
    if context.demands.contains(where: { $0.node >= start && $0.node < end }) { return true }
    return start < end && (start..<end).contains { tree.kind($0) == .raise }
  }
}
