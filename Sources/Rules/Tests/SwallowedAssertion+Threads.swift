import Behaviour
import Knowledge

/// Assertions in tasks and threads that a test starts.
extension SwallowedAssertionFinder {
  mutating func findSpawned(_ demand: Demand, by call: NodeIndex, in closure: NodeIndex) {
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
  mutating func findSuppressed(_ demand: Demand, by call: NodeIndex) {
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

  static let waits: Set<String> = [
    "wait", "waits", "waiting", "fulfillment", "sync", "sleep", "join", "expectation", "expectations", "eventually",
    "run", "until", "drain", "shutdown", "semaphore", "barrier", "poll", "spin",
  ]

  /// `go func() { require.Equal(…) }()`: what ends the test must run in the test's own function.
  mutating func findSpawn(_ demand: Demand, _ spawn: NodeIndex) {
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
}
