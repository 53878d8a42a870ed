package import Behaviour

/// Where the values of a unit's own names (locals, parameters, names captured from the code around a closure) come
/// from, and where they go.
///
/// Names are followed by the order and the nesting of the code: a definition reaches the uses behind it that no later
/// definition hides on every way, uses at the start of a loop from its end, and uses in closures that run later. It
/// errs towards reaching: two arms of a branch that both give a value both reach what follows.
package struct ValueFlow: Sendable {
  /// One way in which a name gets a value.
  package struct Definition: Sendable {
    /// The place that is written: a `read` in the role `target` or `parameter`.
    package let target: NodeIndex
    /// The value given, whole; nil where it is not one expression of the unit (parameters, loop variables, a value
    /// taken apart, a compound assignment).
    package let value: NodeIndex?
    /// The node that gives it: the assignment, the loop, the scope, the closure.
    package let giver: NodeIndex
    /// The first node that sees it.
    let start: NodeIndex
    /// Where the name means this place.
    let scope: Range<NodeIndex>
    /// From `start` on, the nodes which are reached only through this definition.
    let rules: Range<NodeIndex>
  }

  private struct Place {
    var definitions: [Definition] = []
    /// Reads and calls through the name, definitions left out, in reading order.
    var uses: [NodeIndex] = []
  }

  private let tree: BehaviourTree
  private var places: [Place] = []
  /// For each name of the tree, the place its first part names; -1 for none.
  private var placeOfName: [Int32]

  package init(_ tree: BehaviourTree) {
    self.tree = tree
    placeOfName = [Int32](repeating: -1, count: tree.names.count)
    findPlaces()
    for index in tree.nodes.indices { take(NodeIndex(index)) }
  }

  // MARK: - Questions

  /// The definition that writes to a target; nil where the target is no name of the unit's own.
  package func definition(at target: NodeIndex) -> Definition? {
    place(of: target)?.definitions.first { $0.target == target }
  }

  /// The definitions whose value a read (or a call through the name) may see, in reading order.
  package func definitions(reaching use: NodeIndex) -> [Definition] {
    guard let place = place(of: use) else { return [] }
    return place.definitions.filter { reaches($0, use, in: place) }
  }

  /// The reads of a definition's value and the calls through it (`response.json()`), in reading order.
  package func uses(of definition: Definition) -> [NodeIndex] {
    guard let place = place(of: definition.target) else { return [] }
    return place.uses.filter { reaches(definition, $0, in: place) }
  }

  /// Everything that goes through the same name as a node, wherever its value comes from.
  package func uses(ofNameAt node: NodeIndex) -> [NodeIndex] { place(of: node)?.uses ?? [] }

  package func definitions(ofNameAt node: NodeIndex) -> [Definition] { place(of: node)?.definitions ?? [] }

  /// The one expression whose value a read has, where there is exactly one; a node that is no name is its own.
  ///
  /// Nil where several values may be meant, or the value comes from outside of the unit. Follows up to four names.
  package func origin(of node: NodeIndex) -> NodeIndex? {
    var node = node
    for _ in 0..<4 {
      guard tree.kind(node) == .read, isWholeName(node) else { return node }
      let reaching = definitions(reaching: node)
      guard reaching.count == 1, let value = reaching[0].value else { return nil }
      node = value
    }
    return nil
  }

  /// Whether a read is of a plain name, not of a member or an element of it.
  package func isWholeName(_ node: NodeIndex) -> Bool {
    let read = tree[node]
    guard read.kind == .read, read.placeKind != .element, read.placeKind != .member, read.placeKind != .field else {
      return false
    }
    return !tree.text(read.name).utf8.contains(UInt8(ascii: "."))
  }

  // MARK: - Reaching

  private func reaches(_ definition: Definition, _ use: NodeIndex, in place: Place) -> Bool {
    guard definition.scope.contains(use) else { return false }
    if use >= definition.start, !isOnAnotherWay(definition, use) {
      return !isHidden(from: definition.start, to: use, by: place, except: definition.target)
    }
    if let loop = commonLoop(definition.target, use), use < definition.start || use > loop {
      return !isHidden(from: loop, to: use, by: place, except: definition.target)
    }
    // A closure written before the value is given, or handed to what gives it, may run after it.
    guard use < definition.start, let closure = innermost(.closure, around: use) else { return false }
    return !tree.contains(closure, definition.target)
      && !isHidden(from: closure, to: use, by: place, except: definition.target)
  }

  /// Whether another definition, given after `start` and on every way to the use, stands in between.
  private func isHidden(from start: NodeIndex, to use: NodeIndex, by place: Place, except target: NodeIndex) -> Bool {
    place.definitions.contains {
      $0.target != target && $0.start > start && $0.start <= use && $0.rules.contains(use)
    }
  }

  /// Whether the use stands in another arm than the definition, or behind an arm that the definition's way leaves.
  private func isOnAnotherWay(_ definition: Definition, _ use: NodeIndex) -> Bool {
    var child = definition.giver
    for ancestor in tree.ancestors(definition.giver) {
      if tree.contains(ancestor, use) {
        guard tree.kind(ancestor) == .branch, tree[child].role != .condition else { return false }
        return !tree.contains(child, use)
      }
      if tree.kind(ancestor) == .block, leaves(ancestor), !comesBehind(ancestor, use) { return true }
      child = ancestor
    }
    return false
  }

  /// Whether a use runs behind a block also where that leaves: as cleanup, or in a handler of what may fail in it.
  private func comesBehind(_ block: NodeIndex, _ use: NodeIndex) -> Bool {
    for ancestor in tree.ancestors(block) where tree.contains(ancestor, use) {
      guard tree.kind(ancestor) == .attempt else { return false }
      return tree.children(ancestor).contains { child in
        (tree[child].role == .finalizer || tree[child].role == .handler) && tree.contains(child, use)
      }
    }
    return false
  }

  /// Whether a block ends with what leaves the function.
  private func leaves(_ block: NodeIndex) -> Bool {
    var last: NodeIndex?
    for child in tree.children(block) { last = child }
    guard let last else { return false }
    switch tree.kind(last) {
    case .return, .raise, .propagate: return true
    default: return false
    }
  }

  private func commonLoop(_ node: NodeIndex, _ use: NodeIndex) -> NodeIndex? {
    for ancestor in tree.ancestors(node) {
      if tree.kind(ancestor) == .loop, tree.contains(ancestor, use) { return ancestor }
    }
    return nil
  }

  private func innermost(_ kind: NodeKind, around node: NodeIndex) -> NodeIndex? {
    for ancestor in tree.ancestors(node) where tree.kind(ancestor) == kind { return ancestor }
    return nil
  }

  // MARK: - Building

  private func place(of node: NodeIndex) -> Place? {
    let name = Int(tree[node].name)
    guard name < placeOfName.count, placeOfName[name] >= 0 else { return nil }
    return places[Int(placeOfName[name])]
  }

  /// Numbers the names that the unit owns, then finds for each name of the tree the place its first part names.
  private mutating func findPlaces() {
    var numbers: [Substring: Int32] = [:]
    for node in tree.nodes where node.kind == .read && node.name != 0 {
      switch node.placeKind {
      case .local, .parameter, .captured:
        let name = Int(node.name)
        guard name < placeOfName.count, placeOfName[name] < 0 else { continue }
        let root = NameReading.root(tree.names[name])
        let number = numbers[root] ?? Int32(truncatingIfNeeded: places.count)
        if number == places.count {
          numbers[root] = number
          places.append(Place())
        }
        placeOfName[name] = number
      default: continue
      }
    }
    guard !numbers.isEmpty else { return }
    for name in tree.names.indices where placeOfName[name] < 0 {
      if let number = numbers[NameReading.root(tree.names[name])] { placeOfName[name] = number }
    }
  }

  private mutating func take(_ index: NodeIndex) {
    let node = tree[index]
    guard node.name != 0, node.kind == .read || node.kind == .call, Int(node.name) < placeOfName.count else { return }
    let number = Int(placeOfName[Int(node.name)])
    guard number >= 0 else { return }
    let isWritten = node.role == .target || node.role == .parameter
    guard node.kind == .read, isWritten, isWholeName(index) else {
      places[number].uses.append(index)
      return
    }
    places[number].definitions.append(definition(by: index))
    // `x += 1` reads what it writes.
    if let parent = assignment(above: index), tree[parent].name != 0 { places[number].uses.append(index) }
  }

  private func assignment(above target: NodeIndex) -> NodeIndex? {
    for ancestor in tree.ancestors(target) {
      switch tree.kind(ancestor) {
      case .assign: return ancestor
      case .read, .collection, .argument: continue
      default: return nil
      }
    }
    return nil
  }

  private func definition(by target: NodeIndex) -> Definition {
    let whole = tree.subtree(tree.root)
    let giver = giver(of: target)
    let closure = innermost(.closure, around: target)
    let home = closure.map { tree.subtree($0) } ?? whole
    switch tree.kind(giver) {
    case .closure:
      let scope = tree.subtree(giver)
      return Definition(
        target: target,
        value: nil,
        giver: giver,
        start: tree[target].next,
        scope: scope,
        rules: scope
      )
    case .assign:
      let end = tree[giver].next
      let isWhole = tree.parent(target) == giver && !tree[target].has(.destructured) && tree[giver].name == 0
      let isCompound = tree[giver].name != 0
      return Definition(
        target: target,
        value: isWhole ? tree.child(giver, .value) : nil,
        giver: giver,
        start: end,
        scope: tree[target].placeKind == .captured ? whole : home,
        rules: isCompound ? 0..<0 : end..<max(end, tree[blockEnd(around: giver)].next)
      )
    case .scoped:
      let value = tree.parent(target) == giver && !tree[target].has(.destructured) ? tree.child(giver, .resource) : nil
      let start = tree[target].next
      return Definition(
        target: target,
        value: value,
        giver: giver,
        start: start,
        scope: home,
        rules: start..<max(start, tree[blockEnd(around: giver)].next)
      )
    case .loop:
      let start = tree[target].next
      return Definition(
        target: target,
        value: nil,
        giver: giver,
        start: start,
        // The element of a comprehension stands before or behind its targets.
        scope: tree[giver].loopKind == .comprehension ? tree.subtree(giver) : home,
        rules: tree.subtree(giver)
      )
    default:
      let start = tree[target].next
      return Definition(target: target, value: nil, giver: giver, start: start, scope: home, rules: 0..<0)
    }
  }

  /// The node that gives a target its value.
  private func giver(of target: NodeIndex) -> NodeIndex {
    for ancestor in tree.ancestors(target) {
      switch tree.kind(ancestor) {
      case .assign, .loop, .scoped, .closure, .block, .branch: return ancestor
      default: continue
      }
    }
    return tree.root
  }

  /// The block whose statements run one after the other with a node among them.
  private func blockEnd(around node: NodeIndex) -> NodeIndex {
    for ancestor in tree.ancestors(node) {
      switch tree.kind(ancestor) {
      case .block, .closure: return ancestor
      case .branch, .loop, .condition: return node
      default: continue
      }
    }
    return tree.root
  }
}
