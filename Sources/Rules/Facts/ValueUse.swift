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
  /// For members: all that is read behind the value, `body.errors` in `response.body.errors`.
  package let path: String
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

/// How a value got where it is.
private struct Way {
  var isAwaited = false
  var isContained = false
  /// Its position among the values of the collection in which it was put.
  var slot: Int?
}

private struct ValueUseSearch {
  let context: UnitContext
  var found: [ValueUse] = []
  private var budget = 200
  private var visited: Set<NodeIndex> = []
  private var tree: BehaviourTree { context.tree }

  init(context: UnitContext) { self.context = context }

  private mutating func add(_ kind: ValueUse.Kind, _ node: NodeIndex, _ way: Way, path: String = "") {
    found.append(
      ValueUse(kind: kind, path: path, node: node, isAwaited: way.isAwaited, isContained: way.isContained)
    )
  }

  mutating func follow(_ value: NodeIndex) { follow(value, Way()) }

  private mutating func follow(_ value: NodeIndex, _ way: Way) {
    guard budget > 0, visited.insert(value).inserted else { return }
    budget -= 1
    let destination = tree.destination(of: value)
    var way = way
    way.isAwaited = way.isAwaited || destination.isAwaited
    way.isContained = way.isContained || destination.isContained
    if destination.isTested, destination.kind != .tested { add(.tested, value, way) }
    switch destination.kind {
    case .dropped: add(.dropped, value, way)
    case .voided: add(.voided, value, way)
    case .tested: add(.tested, value, way)
    case .returned: add(.returned, value, way)
    case .closureResult:
      // What a callback of `then` gives is the value of the next step.
      if let next = step(givenBy: destination.node) {
        way.isAwaited = true
        follow(next, way)
      } else {
        add(.closureResult, value, way)
      }
    case .yielded: add(.yielded, value, way)
    case .raised: add(.raised, value, way)
    case .asserted: add(.asserted, value, way)
    case .iterated: add(.iterated, value, way)
    case .computed: add(.computed, value, way)
    case .unknown: add(.unknown, value, way)
    case .receiver: member(tree.name(destination.node), of: destination.node, way)
    case .argument:
      guard handsOn(destination.node) else { return add(.passed(call: destination.node), value, way) }
      way.slot = slot(of: value, in: destination.child)
      follow(destination.node, way)
    case .held:
      add(.held, value, way)
      write(tree.children(destination.node, .target), value, way)
    case .assigned:
      write(tree.children(destination.node, .target), value, way)
      // `if ((match = f()))`, `a = b = f()`: the assignment has the value too.
      let outer = tree.destination(of: destination.node)
      if outer.kind != .dropped { follow(destination.node, way) }
    }
  }

  /// The value is written to places: to one, or taken apart into several.
  private mutating func write(_ targets: [NodeIndex], _ value: NodeIndex, _ way: Way) {
    var parts: [NodeIndex] = []
    for target in targets {
      if tree.kind(target) == .collection {
        parts += tree.subtree(target).filter { tree.kind($0) == .read }
      } else if tree[target].has(.destructured) {
        parts.append(target)
      } else {
        write(target, value, way)
      }
    }
    if let slot = way.slot, slot < parts.count {
      // One of several values that were put together, and are taken apart again.
      var own = way
      own.slot = nil
      own.isContained = false
      return follow(place: parts[slot], own)
    }
    for part in parts {
      add(.destructured(tree.name(part)), part, way, path: tree.name(part))
    }
  }

  private mutating func write(_ target: NodeIndex, _ value: NodeIndex, _ way: Way) {
    guard context.flow.isWholeName(target), tree[target].placeKind != .static,
      context.flow.definition(at: target) != nil
    else { return add(.stored, value, way) }
    follow(place: target, way)
  }

  /// All uses of what a name was given.
  private mutating func follow(place target: NodeIndex, _ way: Way) {
    guard let definition = context.flow.definition(at: target) else { return }
    for use in context.flow.uses(of: definition) { through(use, way) }
  }

  /// The value is used through a name.
  private mutating func through(_ use: NodeIndex, _ way: Way) {
    let name = tree.name(use)
    if tree.kind(use) == .read, context.flow.isWholeName(use) {
      if tree[use].role != .target { follow(use, way) }
      return
    }
    guard let dot = name.firstIndex(of: ".") else {
      // The name itself is called, or an element of it is taken.
      guard tree[use].placeKind == .element else { return add(.unknown, use, way) }
      let key = key(of: use)
      return add(.member(key), use, way, path: key)
    }
    member(String(name[dot...]), of: use, way)
  }

  /// - Parameter path: the members behind the value, with a leading dot: `.headers.get`.
  private mutating func member(_ path: String, of node: NodeIndex, _ way: Way) {
    let path = path.drop { $0 == "." }
    let first = path.prefix { $0 != "." }
    if tree.kind(node) == .call, first == "then" {
      add(.member("then"), node, way, path: "then")
      return then(node, way)
    }
    // `response.get("Failed")` asks for an entry as `response["Failed"]` does.
    guard first.isEmpty || path == "get" && tree.kind(node) == .call else {
      return add(.member(String(first)), node, way, path: String(path))
    }
    let key = key(of: node)
    add(.member(key), node, way, path: key)
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
  private mutating func then(_ call: NodeIndex, _ way: Way) {
    guard let argument = tree.child(call, .argument), let callback = tree.child(argument, .value) else { return }
    var way = way
    way.isAwaited = true
    guard tree.kind(callback) == .closure else { return add(.passed(call: call), callback, way) }
    let parameters = tree.children(callback, .parameter)
    if let first = parameters.first { write([first], first, way) }
  }

  /// The `then` whose callback a closure is.
  private func step(givenBy closure: NodeIndex) -> NodeIndex? {
    let call = tree.parent(tree.parent(closure))
    guard tree.kind(call) == .call, NameReading.last(tree.name(call)) == "then" else { return nil }
    return call
  }

  /// Whether a call's value is, or holds, the value of its argument.
  private func handsOn(_ call: NodeIndex) -> Bool {
    switch context.call(call)?.known?.part {
    case .timeout, .gather, .settle: true
    default: false
    }
  }

  /// The position of a value in the collection that is an argument; nil where it is not right in one.
  private func slot(of value: NodeIndex, in argument: NodeIndex) -> Int? {
    guard let collection = tree.child(argument, .value), tree.kind(collection) == .collection,
      tree[collection].collectionKind != .keyed
    else { return nil }
    return tree.children(collection, .element).firstIndex { tree.contains($0, value) }
  }
}
