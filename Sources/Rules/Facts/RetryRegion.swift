package import Behaviour
import Knowledge

/// Code that may run again because it failed.
package struct RetryRegion: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A loop that goes on after a failure and ends with success.
    case loop
    /// A function that calls itself when it failed.
    case recursion
    /// A decorator that repeats the unit.
    case decorator
    /// A call that repeats what it is given.
    case policy
  }

  /// What ends the attempts.
  package enum Bound: Sendable, Hashable {
    /// At most so many, the first included.
    case attempts(Int)
    /// A number or a time that is not constant here.
    case limited
    /// Nothing that can be seen.
    case none
    /// Set in a place that cannot be seen.
    case unknown
  }

  package let kind: Kind
  /// The loop, the decorator, the repeating call; for a recursion, the call of itself.
  package let node: NodeIndex
  /// What happens in each attempt and may be followed by another one.
  package let attempt: Range<NodeIndex>
  /// All that is run anew for each attempt: a value made in it differs from attempt to attempt.
  package let round: Range<NodeIndex>
  /// The handlers after which another attempt follows; empty where that is not decided by a handler of this unit.
  package let handlers: [NodeIndex]
  /// What counts the attempts, where the loop has such a variable.
  package let counter: NodeIndex?
  package let bound: Bound

  /// A clause for messages: "repeated by this loop, up to 3 times".
  package var clause: String {
    let what =
      switch kind {
      case .loop: "repeated by this loop"
      case .recursion: "repeated by calling itself after a failure"
      case .decorator: "repeated by this decorator"
      case .policy: "repeated by this call"
      }
    switch bound {
    case .attempts(let count): return "\(what), up to \(count) times"
    case .none: return "\(what), without an end"
    case .limited, .unknown: return what
    }
  }

  static func all(in context: UnitContext) -> [RetryRegion] {
    let tree = context.tree
    var regions: [RetryRegion] = []
    var hasAttempt = false
    for index in tree.nodes.indices {
      let node = NodeIndex(index)
      switch tree.nodes[index].kind {
      case .loop:
        if let region = context.retryLoop(node) { regions.append(region) }
      case .attempt: hasAttempt = true
      default: continue
      }
    }
    for call in context.calls where call.known?.part == .retry {
      if let region = context.retryPolicy(call) { regions.append(region) }
    }
    if hasAttempt { regions += context.retryRecursions() }
    return regions.sorted { ($0.node, $0.attempt.lowerBound) < ($1.node, $1.attempt.lowerBound) }
  }
}

extension UnitContext {
  // MARK: - Policies

  /// A decorator, or a call that repeats the function it is given.
  fileprivate func retryPolicy(_ call: CallFact) -> RetryRegion? {
    let bound = policyBound(call)
    if tree[call.node].role == .decorator, tree.parent(call.node) == tree.root {
      let whole = tree.subtree(tree.root)
      return RetryRegion(
        kind: .decorator,
        node: call.node,
        attempt: whole,
        round: whole,
        handlers: [],
        counter: nil,
        bound: bound
      )
    }
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), tree.kind(value) == .closure else { continue }
      let inside = tree.subtree(value)
      return RetryRegion(
        kind: .policy,
        node: call.node,
        attempt: inside,
        round: inside,
        handlers: [],
        counter: nil,
        bound: bound
      )
    }
    // `for attempt in Retrying(…): with attempt: …`
    let destination = tree.destination(of: call.node)
    if destination.kind == .iterated, let body = tree.child(destination.node, .body) {
      return RetryRegion(
        kind: .policy,
        node: call.node,
        attempt: tree.subtree(body),
        round: tree.subtree(body),
        handlers: [],
        counter: nil,
        bound: bound
      )
    }
    return nil
  }

  private func policyBound(_ call: CallFact) -> RetryRegion.Bound {
    guard let retry = call.known?.retry else { return .unknown }
    for label in retry.boundedBy {
      guard case .given(let value) = argument(label, of: call.node), let count = constantCount(value) else { continue }
      // `retries: 5` comes on top of the first attempt.
      return .attempts(NameReading.words(label).contains("retries") ? count &+ 1 : count)
    }
    switch argument(anyOf: retry.boundedBy, of: call.node) {
    case .given(let value):
      for inner in calls(in: value) {
        if case .given(let first) = positional(0, of: inner.node), let count = constantCount(first) {
          return NameReading.words(tree.name(inner.node)).contains("attempt") ? .attempts(count) : .limited
        }
      }
      return .limited
    case .hidden: return .unknown
    case .absent: return retry.attempts.map { .attempts($0) } ?? .none
    }
  }

  private func constantCount(_ value: NodeIndex) -> Int? {
    guard let origin = flow.origin(of: value), tree.kind(origin) == .literal else { return nil }
    return Int(tree.name(origin))
  }

  // MARK: - Recursion

  /// `catch { return this.send(order, attempts - 1) }`
  fileprivate func retryRecursions() -> [RetryRegion] {
    guard unit.kind != .module, unit.kind != .test else { return [] }
    var regions: [RetryRegion] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .attempt {
      let attempt = NodeIndex(index)
      guard let body = tree.child(attempt, .body) else { continue }
      for handler in tree.children(attempt, .handler) {
        guard let again = calls(in: handler).first(where: { isCallOfUnit($0.node) }) else { continue }
        let isCounted = tree.ancestors(again.node).contains { tree.kind($0) == .branch } || hasChangedCount(again.node)
        regions.append(
          RetryRegion(
            kind: .recursion,
            node: again.node,
            attempt: tree.subtree(body),
            round: tree.subtree(tree.root),
            handlers: [handler],
            counter: nil,
            bound: isCounted ? .limited : .none
          )
        )
        break
      }
    }
    return regions
  }

  private func isCallOfUnit(_ call: NodeIndex) -> Bool {
    let name = tree.name(call)
    guard name.hasSuffix(unit.name) else { return false }
    if unit.owner == nil || file.context.facts.has(.ownMembersAreBare), name == unit.name { return true }
    return name == "self.\(unit.name)" || name == "this.\(unit.name)"
  }

  private func hasChangedCount(_ call: NodeIndex) -> Bool {
    tree.children(call, .argument).contains { argument in
      tree.child(argument, .value).map { tree.kind($0) == .operation } ?? false
    }
  }
}
