import Behaviour
import Knowledge

/// Assertions in steps of promises that a test may not wait for.
extension SwallowedAssertionFinder {
  /// The call that a `catch` or `then` of two functions was.
  func step(of attempt: NodeIndex) -> NodeIndex? { attempt }

  mutating func findInStep(_ demand: Demand, of step: NodeIndex, through closure: NodeIndex?) {
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
  func callbackCall(behind node: NodeIndex) -> NodeIndex? {
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
}
