package import Behaviour
import Knowledge

/// One thing that a unit does with a value, followed through its names, `await`, `then` callbacks and calls that hand
/// their argument's value on (`wait_for(task, 5)`, `Promise.all([…])`).
package struct ValueUse: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A member is read or called: `response.ok`, `response.json()`; an entry by its key, `[]` where that is no
    /// constant text.
    case member(String)
    /// Taken apart into names; a name is a member's name where it was not renamed.
    case destructured(String)
    case tested
    case returned
    /// The result of a closure that somebody else calls.
    case closureResult
    case yielded, raised, asserted, iterated, computed, held
    /// Given to a call that may look at it.
    case passed(call: NodeIndex)
    /// Kept where other code may look at it: a field, an element, a name of the surrounding code.
    case stored
    case dropped, voided
    case unknown
  }

  package let kind: Kind
  /// The node that stands for the value there.
  package let node: NodeIndex
  package let isAwaited: Bool
  /// The value went there as one of several.
  package let isContained: Bool
}

extension UnitContext {
  /// What the unit does with the value of a node, in the order found; empty where a name takes it and nothing more
  /// happens.
  package func uses(of value: NodeIndex) -> [ValueUse] {
    var search = ValueUseSearch(context: self)
    search.follow(value)
    return search.found
  }
}

private struct ValueUseSearch {
  let context: UnitContext
  var found: [ValueUse] = []
  private var budget = 200
  private var visited: Set<NodeIndex> = []
  private var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  mutating func follow(_ value: NodeIndex, isAwaited: Bool = false, isContained: Bool = false) {
    guard budget > 0, visited.insert(value).inserted else { return }
    budget -= 1
    let destination = tree.destination(of: value)
    let isAwaited = isAwaited || destination.isAwaited
    let isContained = isContained || destination.isContained
    func add(_ kind: ValueUse.Kind) {
      found.append(ValueUse(kind: kind, node: value, isAwaited: isAwaited, isContained: isContained))
    }
    if destination.isTested, destination.kind != .tested { add(.tested) }
    switch destination.kind {
    case .dropped: add(.dropped)
    case .voided: add(.voided)
    case .tested: add(.tested)
    case .returned: add(.returned)
    case .closureResult: add(.closureResult)
    case .yielded: add(.yielded)
    case .raised: add(.raised)
    case .asserted: add(.asserted)
    case .iterated: add(.iterated)
    case .computed: add(.computed)
    case .unknown: add(.unknown)
    case .receiver:
      member(tree.name(destination.node), of: destination.node, value, isAwaited: isAwaited, isContained: isContained)
    case .argument:
      if handsOn(destination.node) {
        follow(destination.node, isAwaited: isAwaited, isContained: isContained)
      } else {
        add(.passed(call: destination.node))
      }
    case .held:
      add(.held)
      for target in tree.children(destination.node, .target) {
        write(target, value, isAwaited: isAwaited, isContained: isContained)
      }
    case .assigned:
      for target in tree.children(destination.node, .target) {
        write(target, value, isAwaited: isAwaited, isContained: isContained)
      }
      // `if ((match = f()))`, `a = b = f()`: the assignment has the value too.
      let outer = tree.destination(of: destination.node)
      if outer.kind != .dropped { follow(destination.node, isAwaited: isAwaited, isContained: isContained) }
    }
  }

  /// The value is written to a place.
  private mutating func write(_ target: NodeIndex, _ value: NodeIndex, isAwaited: Bool, isContained: Bool) {
    func add(_ kind: ValueUse.Kind) {
      found.append(ValueUse(kind: kind, node: value, isAwaited: isAwaited, isContained: isContained))
    }
    if tree.kind(target) == .collection {
      for inner in tree.subtree(target) where tree.kind(inner) == .read { add(.destructured(tree.name(inner))) }
      return
    }
    if tree[target].has(.destructured) {
      add(.destructured(tree.name(target)))
      return
    }
    guard context.flow.isWholeName(target), tree[target].placeKind != .static,
      let definition = context.flow.definition(at: target)
    else {
      add(.stored)
      return
    }
    for use in context.flow.uses(of: definition) {
      through(use, isAwaited: isAwaited, isContained: isContained)
    }
  }

  /// The value is used through a name.
  private mutating func through(_ use: NodeIndex, isAwaited: Bool, isContained: Bool) {
    let name = tree.name(use)
    if tree.kind(use) == .read, context.flow.isWholeName(use) {
      if tree[use].role == .target { return }
      follow(use, isAwaited: isAwaited, isContained: isContained)
      return
    }
    guard let dot = name.firstIndex(of: ".") else {
      // The name itself is called, or an element of it is taken.
      let kind: ValueUse.Kind = tree[use].placeKind == .element ? .member(key(of: use)) : .unknown
      found.append(ValueUse(kind: kind, node: use, isAwaited: isAwaited, isContained: isContained))
      return
    }
    member(String(name[dot...]), of: use, use, isAwaited: isAwaited, isContained: isContained)
  }

  /// - Parameter path: the members behind the value, with a leading dot: `.headers.get`.
  private mutating func member(
    _ path: String,
    of node: NodeIndex,
    _ value: NodeIndex,
    isAwaited: Bool,
    isContained: Bool
  ) {
    let first = path.drop { $0 == "." }.prefix { $0 != "." }
    if tree.kind(node) == .call, first == "then" {
      then(node, isContained: isContained)
      return
    }
    // `response.get("Failed")` asks for an entry as `response["Failed"]` does.
    let isEntry = first.isEmpty || first == "get" && tree.kind(node) == .call
    found.append(
      ValueUse(
        kind: .member(isEntry ? key(of: node) : String(first)),
        node: node,
        isAwaited: isAwaited,
        isContained: isContained
      )
    )
  }

  /// The constant key of an element, or of the entry that a call asks for; `[]` where it is none.
  private func key(of node: NodeIndex) -> String {
    let index =
      tree.kind(node) == .call
      ? tree.child(node, .argument).flatMap { tree.child($0, .value) } : tree.child(node, .index)
    guard let index, tree.kind(index) == .literal, tree[index].literalKind == .string else { return "[]" }
    return tree.name(index)
  }

  /// The callback of `then` gets the value.
  private mutating func then(_ call: NodeIndex, isContained: Bool) {
    guard let argument = tree.child(call, .argument), let callback = tree.child(argument, .value) else { return }
    guard tree.kind(callback) == .closure else {
      found.append(ValueUse(kind: .passed(call: call), node: callback, isAwaited: true, isContained: isContained))
      return
    }
    for parameter in tree.children(callback) where tree[parameter].role == .parameter {
      write(parameter, parameter, isAwaited: true, isContained: isContained)
      return
    }
  }

  /// Whether a call's value is, or holds, the value of its argument.
  private func handsOn(_ call: NodeIndex) -> Bool {
    switch context.call(call)?.known?.part {
    case .timeout, .gather, .settle: true
    default: false
    }
  }
}
