extension BehaviourTree {
  /// Whether code deals with its own failures: all that it awaits or raises, closures left out, stands in attempts that
  /// catch everything and whose handlers do not raise again. False for code that has no such attempt.
  package func containsFailures(in code: NodeIndex) -> Bool {
    let range = subtree(code)
    var hasAttempt = false
    var node = range.lowerBound
    while node < range.upperBound {
      switch kind(node) {
      case .closure where node != code:
        node = self[node].next
        continue
      case .attempt where catchesEverything(node):
        hasAttempt = true
        // What is tried is dealt with; its handlers were looked at.
        node = self[node].next
        continue
      case .await, .raise, .propagate, .unknown: return false
      default: break
      }
      node &+= 1
    }
    return hasAttempt
  }

  /// Whether the last thing that a unit does is to raise, and nothing in it gives a value or could not be read.
  package var endsByRaising: Bool {
    var last: NodeIndex?
    for child in children(root) where self[child].role == .statement { last = child }
    guard let last, kind(last) == .raise else { return false }
    var node = root
    while Int(node) < nodes.count {
      switch kind(node) {
      case .closure:
        node = self[node].next
        continue
      case .return, .yield, .unknown: return false
      default: node &+= 1
      }
    }
    return true
  }

  /// Whether a failure may leave code in a language that marks each call which may fail, closures and what total
  /// attempts cover left out.
  package func leavesByMark(in code: NodeIndex) -> Bool {
    let range = subtree(code)
    var node = range.lowerBound
    while node < range.upperBound {
      switch kind(node) {
      case .closure where node != code:
        node = self[node].next
        continue
      case .attempt where catchesEverything(node):
        node = self[node].next
        continue
      case .raise, .propagate, .unknown: return true
      case .call where self[node].has(.propagated): return true
      default: break
      }
      node &+= 1
    }
    return false
  }

  /// Whether code waits for anything, closures left out, or gives its caller something to wait for.
  package func waits(in code: NodeIndex) -> Bool {
    let range = subtree(code)
    var node = range.lowerBound
    while node < range.upperBound {
      switch kind(node) {
      case .closure where node != code:
        node = self[node].next
        continue
      case .await, .unknown: return true
      case .loop, .scoped: if self[node].has(.async) { return true }
      case .call, .read: if self[parent(node)].kind == .return { return true }
      default: break
      }
      node &+= 1
    }
    return false
  }

  /// Whether what a function that says nothing of waiting returns may be work that goes on: another call's result, or
  /// whatever stands behind a declaration.
  package func givesWork(_ unit: Unit) -> Bool {
    if unit.traits.contains(.abstract) || child(root, .body) == nil && !nodes.contains(where: { $0.kind == .block }) {
      return true
    }
    return nodes.indices.contains { index in
      guard nodes[index].kind == .return, let value = child(NodeIndex(index), .value) else { return false }
      switch kind(value) {
      case .read: return !BehaviourTree.doneAlready.contains { name(value).hasSuffix($0) }
      case .call: return !BehaviourTree.doneAlready.contains { name(value).hasSuffix($0) }
      default: return true
      }
    }
  }

  /// What gives work that is done: `Task.CompletedTask`, `Promise.resolve()`.
  private static let doneAlready = [
    "CompletedTask", "Task.FromResult", "Task.FromException", "ValueTask.FromResult", "Promise.resolve",
    "Promise.reject",
  ]

  private func catchesEverything(_ attempt: NodeIndex) -> Bool {
    var isTotal = false
    for handler in children(attempt, .handler) {
      if subtree(handler).contains(where: { kind($0) == .raise || kind($0) == .propagate }) { return false }
      isTotal = isTotal || self[handler].has(.catchesAll) || catchesRoot(handler)
    }
    return isTotal
  }

  private func catchesRoot(_ handler: NodeIndex) -> Bool {
    children(handler, .type).contains { ["Exception", "BaseException"].contains(name($0)) }
  }
}
