import Behaviour
import Knowledge

/// What of the knowledge of orders a call is, in one unit.
struct OrderedCall {
  let call: CallFact
  let order: CallOrdering
}

extension UnitContext {
  /// The calls of the unit that have a place in an order, in reading order.
  func orderedCalls() -> [OrderedCall] {
    calls.compactMap { call in
      guard !call.path.isEmpty, tree[call.node].role != .decorator, let order = knowledge.order(call.path) else {
        return nil
      }
      return OrderedCall(call: call, order: order)
    }
  }

  /// Whether there is a way on which `second` runs behind `first`, in the same function: no statement between them
  /// ends that way, and they do not stand on two ways of which one is taken.
  func mayFollow(_ second: NodeIndex, _ first: NodeIndex) -> Bool {
    guard tree.subtree(first).upperBound <= second, frame(of: first) == frame(of: second) else { return false }
    if tree[first].has(.returned) { return false }
    var child = first
    for above in tree.ancestors(first) {
      let meets = tree.contains(above, second)
      switch tree.kind(above) {
      case .return, .raise, .propagate, .closure: return false
      case .block:
        let end = meets ? second : tree.subtree(above).upperBound
        for sibling in tree.children(above) where sibling > child {
          if meets, tree.contains(sibling, second) { return true }
          guard sibling < end else { break }
          if !ways(outOf: sibling).contains(.falls) { return false }
        }
        if meets { return true }
      case .branch where meets: return tree[child].role == .condition
      case .attempt where meets:
        guard let other = tree.children(above).first(where: { tree.contains($0, second) }) else { return false }
        if tree[child].role == .body { return tree.kind(other) != .handler }
        return tree[other].role == .finalizer
      default: if meets { return true }
      }
      child = above
    }
    return false
  }

  /// Whether a node runs whenever the code behind another one does: under no choice that the other does not stand
  /// under, too.
  func isUnconditional(_ second: NodeIndex, behind first: NodeIndex) -> Bool {
    var child = second
    for above in tree.ancestors(second) {
      if tree.contains(above, first) { return true }
      switch tree.kind(above) {
      case .branch where tree[child].role != .condition: return false
      case .loop, .closure, .handler: return false
      case .condition where child != above + 1: return false
      default: child = above
      }
    }
    return true
  }

  /// The name at the start of what a call hangs on: `res` of `res.status(200).json(order)`.
  func startOfReceiver(_ call: NodeIndex) -> String {
    var node = call
    for _ in 0..<12 {
      guard let receiver = tree.child(node, .receiver) else { break }
      var inner = receiver
      while tree.kind(inner) == .await, let value = tree.child(inner, .value) { inner = value }
      guard tree.kind(inner) == .call || tree.kind(inner) == .read else { return "" }
      node = inner
    }
    let name = tree.name(node)
    return tree.kind(node) == .read ? name : String(NameReading.base(name))
  }
}
