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
    for call in context.calls {
      if context.repetition(by: call) != nil {
        if let region = context.retryPolicy(call) { regions.append(region) }
      } else if hasAttempt, let region = context.retryRounds(call) {
        regions.append(region)
      }
    }
    if hasAttempt { regions += context.retryRecursions() }
    return regions.sorted { ($0.node, $0.attempt.lowerBound) < ($1.node, $1.attempt.lowerBound) }
  }
}

extension UnitContext {
  // MARK: - Policies

  /// How a call repeats what it stands over or is given; nil where it does not.
  func repetition(by call: CallFact) -> Retry? {
    guard let retry = call.known?.retry else { return nil }
    guard !retry.askedBy.isEmpty else { return retry }
    guard case .given(let value) = argument(anyOf: retry.askedBy, of: call.node) else { return nil }
    return tree.kind(value) == .collection && tree.child(value, .element) == nil ? nil : retry
  }

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
      guard let value = tree.child(argument, .value), let work = workFunction(value) else { continue }
      let inside = tree.subtree(work)
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
    if let chained = chainedWork(call) {
      let inside = tree.subtree(chained)
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

  /// What stands in one chain with a call that repeats it: `Http::retry(3)->post(url)`, `request(url).retry(3)`.
  private func chainedWork(_ call: CallFact) -> NodeIndex? {
    if let receiver = tree.child(call.node, .receiver), calls(in: receiver).contains(where: { $0.effect.leavesProcess })
    {
      return receiver
    }
    var link = call.node
    while tree[link].role == .receiver, tree.kind(tree.parent(link)) == .call { link = tree.parent(link) }
    guard link != call.node, calls(in: link).contains(where: { $0.effect.leavesProcess }) else { return nil }
    return link
  }

  /// A function of the unit, written where it is given or named before.
  private func workFunction(_ value: NodeIndex) -> NodeIndex? {
    if tree.kind(value) == .closure { return value }
    guard tree.kind(value) == .read else { return nil }
    if let origin = flow.origin(of: value), tree.kind(origin) == .closure { return origin }
    guard tree[value].placeKind == .local else { return nil }
    return functionOfUnit(named: value)
  }

  /// The closure that is declared by the name of a node.
  func functionOfUnit(named value: NodeIndex) -> NodeIndex? {
    let name = tree[value].name
    guard name != 0 else { return nil }
    for definition in flow.definitions(ofNameAt: value) {
      if let given = definition.value, tree.kind(given) == .closure { return given }
    }
    return tree.nodes.indices.lazy.map { NodeIndex($0) }.first {
      self.tree.kind($0) == .closure && self.tree[$0].name == self.tree[value].name
    }
  }

  func policyBound(_ call: CallFact) -> RetryRegion.Bound {
    guard let retry = call.known?.retry else { return .unknown }
    for label in retry.boundedBy {
      guard case .given(let value) = argument(label, of: call.node) else { continue }
      if isEndless(value) { return .none }
      if NameReading.words(label).contains(where: { ["time", "delay", "elapsed", "timeout"].contains($0) }) {
        return .limited
      }
      guard let count = constantCount(value) else { continue }
      // `retries: 5` comes on top of the first attempt.
      return .attempts(NameReading.words(label).contains("retries") ? count &+ 1 : count)
    }
    switch argument(anyOf: retry.boundedBy, of: call.node) {
    case .given(let value):
      let made = flow.origin(of: value) ?? value
      if let inner = self.call(made), inner.known?.part == .retry { return policyBound(inner) }
      for inner in calls(in: made) {
        if case .given(let first) = positional(0, of: inner.node), let count = constantCount(first) {
          return NameReading.words(tree.name(inner.node)).contains("attempt") ? .attempts(count) : .limited
        }
      }
      return isSeenToItsEnd(made, madeFor: call) ? .limited : .unknown
    // What is made in this unit is seen to its end.
    case .hidden(let node):
      guard retry.boundedBy.allSatisfy({ $0.contains("#") && $0.contains(".") }), let made = flow.origin(of: node),
        tree.kind(made) == .call
      else { return .unknown }
      return retry.attempts.map { .attempts($0) } ?? .none
    case .absent: return retry.attempts.map { .attempts($0) } ?? .none
    }
  }

  /// Whether a policy is made here, by nothing but what the library of the call that repeats by it has for that.
  private func isSeenToItsEnd(_ value: NodeIndex, madeFor call: CallFact) -> Bool {
    switch tree.kind(value) {
    case .literal, .collection, .operation, .closure: return true
    case .call: break
    // `MAX_TIME`
    case .read: return tree[value].placeKind == .static
    default: return false
    }
    let library = NameReading.root(call.path)
    return calls(in: value).allSatisfy { part in
      part.path.isEmpty
        ? tree.kind(tree.parent(part.node)) == .call && tree[part.node].role == .receiver
        : NameReading.root(part.path) == library || part.known != nil || part.path.contains("Duration")
    }
  }

  /// `stop=stop_never`, `retries: Infinity`, `maxAttempts = Int.MAX_VALUE`
  private func isEndless(_ value: NodeIndex) -> Bool {
    let origin = flow.origin(of: value) ?? value
    switch tree.kind(origin) {
    case .literal:
      if [.null, .true].contains(tree[origin].literalKind) { return true }
      return tree.name(origin).hasPrefix("-")
    case .operation:
      return tree.name(origin) == "-" && tree.children(origin, .operand).count == 1
    case .read, .call:
      let words = NameReading.words(tree.name(origin))
      if tree.kind(origin) == .call, words.last == "off" || words.last == "backoff" {
        return words.contains("constant") || words.contains("zero")
      }
      return words.contains {
        ["never", "forever", "indefinitely", "infinity", "infinite", "inf", "unlimited"].contains($0)
      }
        || Array(words.suffix(2)) == ["max", "value"] || Array(words.suffix(2)) == ["int", "max"]
    default: return false
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
        regions.append(
          RetryRegion(
            kind: .recursion,
            node: again.node,
            attempt: tree.subtree(body),
            round: tree.subtree(tree.root),
            handlers: [handler],
            counter: nil,
            bound: recursionBound(again.node, in: handler)
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

  /// What ends a recursion: a count among the arguments, a flag, or what is asked before it goes on.
  private func recursionBound(_ again: NodeIndex, in handler: NodeIndex) -> RetryRegion.Bound {
    let arguments = tree.children(again, .argument).compactMap { tree.child($0, .value) }
    var isSame = true
    for argument in arguments {
      switch tree.kind(argument) {
      // `attempts - 1`, and `retried = true`
      case .literal: return .attempts(2)
      case .operation: return .limited
      case .assign where tree[argument].name != 0: return .limited
      case .read where tree[argument].placeKind == .parameter || tree[argument].placeKind == .captured: continue
      default: isSame = false
      }
    }
    for ancestor in tree.ancestors(again) {
      if ancestor == handler { break }
      guard tree.kind(ancestor) == .branch, let condition = tree.child(ancestor, .condition) else { continue }
      let asksMore = tree.subtree(condition).contains { node in
        guard tree.kind(node) == .read || tree.kind(node) == .call else { return false }
        let root = NameReading.root(tree.name(node))
        return !root.isEmpty && root != tree.name(handler)[...]
          && (tree[node].placeKind != .unknown || tree.kind(node) == .call) && !isErrorPart(node, handler)
      }
      if asksMore { return .limited }
    }
    return isSame ? .none : .unknown
  }

  /// A look at the failure alone: `isRetryable(error)`, `error.code === 429`.
  private func isErrorPart(_ node: NodeIndex, _ handler: NodeIndex) -> Bool {
    guard tree[handler].name != 0 else { return false }
    let error = tree.name(handler)
    if tree.kind(node) == .read { return NameReading.isRooted(tree.name(node), in: error) }
    return reads(error, in: node)
  }
}
