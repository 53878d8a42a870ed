package import Behaviour

/// Where the value of an expression goes, right where it stands: awaits, casts, containers around it and the arms of
/// an expression are looked through.
package struct Destination: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Nobody takes it.
    case dropped
    /// Thrown away on purpose (`void f()`, `_ = f()`).
    case voided
    /// Decides a branch, a loop, or takes part in a comparison.
    case tested
    /// The unit's result.
    case returned
    /// The result of a closure; `node` is the closure.
    case closureResult
    case yielded, raised
    /// Passed on; `node` is the call.
    case argument
    /// A member of it is read or called; `node` is the read or the call.
    case receiver
    /// Written to one or several places; `node` is the assignment.
    case assigned
    /// A loop takes its elements; `node` is the loop.
    case iterated
    /// Held for a body; `node` is the scope.
    case held
    /// Something is computed from it; `node` is the operation.
    case computed
    case asserted
    /// Taken by something that cannot be read.
    case unknown
  }

  package let kind: Kind
  /// The node that takes the value.
  package let node: NodeIndex
  /// The child of `node` through which the value comes.
  package let child: NodeIndex
  /// It goes there as a part of a collection.
  package let isContained: Bool
  package let isAwaited: Bool
  /// On the way its failure is received by a handler: `work().catch(…)`.
  package let isCaught: Bool
  /// On the way it also decides which other value goes there (`value || fallback`).
  package let isTested: Bool
}

extension BehaviourTree {
  /// Where the value of a node goes.
  package func destination(of value: NodeIndex) -> Destination {
    var child = value
    var isContained = false
    var isAwaited = false
    var isTested = false
    var isCaught = false
    func ends(_ kind: Destination.Kind, _ node: NodeIndex) -> Destination {
      Destination(
        kind: kind,
        node: node,
        child: child,
        isContained: isContained,
        isAwaited: isAwaited,
        isCaught: isCaught,
        isTested: isTested
      )
    }
    while true {
      let node = parent(child)
      guard node >= 0 else { return ends(.unknown, child) }
      let role = self[child].role
      if self[child].has(.voided) { return ends(.voided, node) }
      switch kind(node) {
      case .await: isAwaited = true
      case .block:
        if let attempt = attempt(whoseValueIs: child, in: node) {
          isCaught = isCaught || children(attempt).contains { self[$0].role == .handler }
          child = attempt
          continue
        }
        // The arm of an expression may be written as a block.
        let above = parent(node)
        guard self[node].role == .arm || self[node].role == .otherwise, kind(above) == .branch,
          self[above].has(.expression), self[node].next == self[child].next
        else { return ends(.dropped, node) }
        child = above
        continue
      case .return:
        switch frame(around: node) {
        case nil: return ends(.returned, node)
        case .some(let frame) where kind(frame) == .closure: return ends(.closureResult, frame)
        case .some(let attempt):
          child = attempt
          continue
        }
      case .yield: return ends(.yielded, node)
      case .raise, .propagate: return ends(.raised, node)
      case .assign: return ends(.assigned, node)
      case .argument:
        let taker = parent(node)
        if kind(taker) == .call {
          child = node
          return ends(.argument, taker)
        }
        if kind(taker) == .collection { isContained = true }
      case .collection: isContained = true
      case .call: return ends(role == .receiver ? .receiver : .unknown, node)
      case .read: return ends(role == .receiver ? .receiver : .computed, node)
      case .condition:
        let name = name(node)
        guard name == Operator.and || name == Operator.or else { return ends(.tested, node) }
        isTested = isTested || self[child].next != self[node].next
      case .branch:
        if role == .condition || role == .pattern { return ends(.tested, node) }
        guard self[node].has(.expression) else { return ends(.dropped, node) }
      case .loop:
        switch role {
        case .iterable: return ends(.iterated, node)
        case .condition: return ends(.tested, node)
        case .value where self[node].loopKind == .comprehension: isContained = true
        default: return ends(.dropped, node)
        }
      case .operation:
        switch name(node) {
        case Operator.orElse, Operator.unwrap, Operator.cast: break
        default: return ends(.computed, node)
        }
      case .scoped: return ends(role == .resource ? .held : .unknown, node)
      case .assertion: return ends(.asserted, node)
      case .attempt, .handler, .closure, .spawn, .jump, .literal, .unknown: return ends(.unknown, node)
      }
      child = node
    }
  }

  /// The attempt made of a call (`p.catch(…)`) whose value a statement in one of its blocks is.
  private func attempt(whoseValueIs statement: NodeIndex, in block: NodeIndex) -> NodeIndex? {
    let above = parent(block)
    guard kind(above) == .attempt, self[above].has(.byCall), self[block].role == .body,
      self[block].next == self[statement].next
    else { return nil }
    return above
  }

  /// What a `return` at a node returns from: a closure, or the attempt made of a call in whose handler it stands; nil
  /// for the unit itself.
  package func frame(around node: NodeIndex) -> NodeIndex? {
    for ancestor in ancestors(node) {
      if kind(ancestor) == .closure { return ancestor }
      if kind(ancestor) == .handler, self[parent(ancestor)].has(.byCall) { return parent(ancestor) }
    }
    return nil
  }

  /// The closure whose code a node is; nil where it is the unit's own.
  package func closure(around node: NodeIndex) -> NodeIndex? {
    for ancestor in ancestors(node) where kind(ancestor) == .closure { return ancestor }
    return nil
  }
}
