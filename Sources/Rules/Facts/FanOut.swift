package import Behaviour
import Knowledge

/// Work that is started once for each element of a collection, all of it before the first is done.
package struct FanOut: Sendable {
  /// The call or the `go` that starts one of them, or that waits for all: what a person would underline.
  package let node: NodeIndex
  /// The collection that it goes through; nil where that is no expression of its own.
  package let round: ElementRound?
  /// The code that each of them runs.
  package let work: Range<NodeIndex>
  /// The function that each of them runs, where it is named and not written out.
  package let worker: String?
}

extension UnitContext {
  /// Every fan-out of the unit, in reading order of what starts it.
  package func fanOuts() -> [FanOut] {
    var found: [FanOut] = []
    for call in calls {
      switch call.known?.part {
      case .gather, .settle: found += gathered(by: call)
      case .spawn:
        if let fan = spawned(by: call.node) { found.append(fan) }
      default:
        if isTaskOfGroup(call), let fan = spawned(by: call.node) { found.append(fan) }
      }
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .spawn {
      if let fan = spawned(by: NodeIndex(index)) { found.append(fan) }
    }
    return found
  }

  /// `group.addTask { … }`, where the group is what a call that waits for several gives to its closure.
  private func isTaskOfGroup(_ call: CallFact) -> Bool {
    guard call.known == nil, endsWithClosure(call.node) else { return false }
    let name = tree.name(call.node)
    let root = NameReading.root(name)
    guard root.utf8.count < name.utf8.count else { return false }
    for above in tree.ancestors(call.node) where tree.kind(above) == .closure {
      guard tree.children(above, .parameter).contains(where: { tree.name($0) == root }) else { continue }
      let taker = tree.parent(tree.parent(above))
      let part = self.call(taker)?.known?.part
      return part == .gather || part == .spawn
    }
    return false
  }

  private func endsWithClosure(_ call: NodeIndex) -> Bool {
    guard let last = tree.children(call, .argument).last, let value = tree.child(last, .value) else { return false }
    return tree.kind(value) == .closure
  }

  // MARK: - Started one by one

  private func spawned(by node: NodeIndex) -> FanOut? {
    guard let round = elementRound(around: node), !isDoneAtOnce(node) else { return nil }
    // A number of workers that somebody set.
    guard depends(node, onElementOf: round), !countsWorkers(round) else { return nil }
    return FanOut(node: node, round: round, work: tree.subtree(node), worker: worker(startedBy: node))
  }

  /// The work is waited for before the next is started.
  private func isDoneAtOnce(_ node: NodeIndex) -> Bool {
    if tree[node].has(.awaited) { return true }
    guard tree[node].role == .receiver else { return false }
    let taker = tree.parent(node)
    let last = NameReading.last(tree.name(taker))
    // `Thread(…).start()` starts it only.
    return tree.kind(taker) == .read
      || !["start", "then", "catch", "finally", "map_err", "unwrap", "name"].contains(last)
  }

  /// `for i := 0; i < workers; i++`: the bound is no collection's size.
  private func countsWorkers(_ round: ElementRound) -> Bool {
    guard tree.kind(round.node) == .loop else { return false }
    if tree[round.node].loopKind == .counted, round.collection == nil {
      guard let condition = tree.child(round.node, .condition) else { return true }
      return !tree.subtree(condition).contains { saysSize(of: tree.name($0)) }
    }
    guard let collection = round.collection, tree.kind(collection) == .call, tree.name(collection) == "range" else {
      return false
    }
    return !tree.subtree(collection).dropFirst().contains { saysSize(of: tree.name($0)) }
  }

  private func saysSize(of name: String) -> Bool {
    ["len", "length", "size", "count", "Length", "Count"].contains(NameReading.last(name))
  }

  /// `create_task(fetch(url))`, `Thread(target=fetch)`, `go fetch(url)`
  private func worker(startedBy node: NodeIndex) -> String? {
    for at in tree.subtree(node) where at != node {
      if tree.kind(at) == .closure { return nil }
      if tree.kind(at) == .call, call(at)?.known == nil, tree[at].name != 0 { return tree.name(at) }
      if tree.kind(at) == .read, tree.name(tree.parent(at)) == "target" { return tree.name(at) }
    }
    return nil
  }

  // MARK: - Waited for together

  private func gathered(by call: CallFact) -> [FanOut] {
    for argument in tree.children(call.node, .argument) {
      guard let value = tree.child(argument, .value), let fan = fan(of: value, waitedForBy: call.node, depth: 0) else {
        continue
      }
      return [fan]
    }
    return []
  }

  private func fan(of value: NodeIndex, waitedForBy gather: NodeIndex, depth: Int) -> FanOut? {
    guard depth < 4 else { return nil }
    switch tree.kind(value) {
    case .loop where tree[value].loopKind == .comprehension:
      guard let element = tree.child(value, .value), let round = elementRound(around: element) else { return nil }
      return starts(element) ? nil : fan(gather, round, of: element)
    case .call:
      if let closure = closure(givenTo: value), let body = tree.child(closure, .body) {
        guard let first = tree.subtree(body).first, let round = elementRound(around: first) ?? anyRound(value, closure)
        else { return nil }
        // What starts each of them is looked at where it stands.
        if tree.subtree(body).contains(where: { starts($0) }) { return nil }
        return fan(gather, round, of: body)
      }
      if let receiver = tree.child(value, .receiver) { return fan(of: receiver, waitedForBy: gather, depth: depth + 1) }
      // `items.map(fetch)`
      guard NameReading.last(tree.name(value)) == "map", case .given(let worker) = positional(0, of: value),
        tree.kind(worker) == .read
      else { return nil }
      let base = NameReading.base(tree.name(value))
      guard !base.isEmpty else { return nil }
      let round = ElementRound(node: value, collection: nil, elements: [], body: tree.subtree(value))
      return FanOut(node: gather, round: round, work: 0..<0, worker: tree.name(worker))
    case .read where flow.isWholeName(value):
      for definition in flow.definitions(reaching: value) {
        guard let given = definition.value else { continue }
        if tree.kind(given) == .collection, tree.child(given, .element) == nil {
          if let fan = filled(value, for: gather) { return fan }
        } else if let fan = fan(of: given, waitedForBy: gather, depth: depth + 1) {
          return fan
        }
      }
      return nil
    case .operation:
      for operand in tree.children(value, .operand) {
        if let fan = fan(of: operand, waitedForBy: gather, depth: depth + 1) { return fan }
      }
      return nil
    case .collection:
      // `[...items.map(…)]`
      for element in tree.children(value, .element) where tree[element].has(.spread) {
        if let inner = tree.child(element, .value) ?? tree.child(element, .operand),
          let fan = fan(of: inner, waitedForBy: gather, depth: depth + 1)
        {
          return fan
        }
      }
      return nil
    default: return nil
    }
  }

  private func fan(_ gather: NodeIndex, _ round: ElementRound, of work: NodeIndex) -> FanOut {
    var worker: String?
    for at in tree.subtree(work) where tree.kind(at) == .call && call(at)?.known == nil && tree[at].name != 0 {
      worker = tree.name(at)
      break
    }
    return FanOut(node: gather, round: round, work: tree.subtree(work), worker: worker)
  }

  private func starts(_ node: NodeIndex) -> Bool {
    tree.kind(node) == .spawn || call(node)?.known?.part == .spawn
  }

  private func closure(givenTo call: NodeIndex) -> NodeIndex? {
    for argument in tree.children(call, .argument) {
      if let value = tree.child(argument, .value), tree.kind(value) == .closure { return value }
    }
    return nil
  }

  /// `items.Select(…)`, `array_map(…, $items)`
  private func anyRound(_ call: NodeIndex, _ closure: NodeIndex) -> ElementRound? {
    let last = NameReading.last(tree.name(call))
    guard ["Select", "array_map", "map", "collect", "mapValues"].contains(last) else { return nil }
    var collection = tree.child(call, .receiver)
    if last == "array_map", case .given(let second) = positional(1, of: call) { collection = second }
    let elements = tree.children(closure, .parameter)
    return ElementRound(node: call, collection: collection, elements: elements, body: tree.subtree(closure))
  }

  /// `tasks.push(fetch(url))` in a loop.
  private func filled(_ list: NodeIndex, for gather: NodeIndex) -> FanOut? {
    for use in flow.uses(ofNameAt: list) where use < gather {
      let added: NodeIndex?
      if tree.kind(use) == .call {
        let last = NameReading.habitual(NameReading.last(tree.name(use)))
        guard ["push", "append", "add"].contains(last), case .given(let value) = positional(0, of: use) else {
          continue
        }
        added = value
      } else if tree[use].role == .target, tree[use].placeKind == .element {
        added = tree.child(tree.parent(use), .value)
      } else {
        continue
      }
      guard let added, let round = elementRound(around: use), !tree.contains(round.node, gather) else { continue }
      if tree.subtree(added).contains(where: { starts($0) }) || tree.kind(added) == .await { continue }
      guard tree.kind(added) == .call, depends(added, onElementOf: round) else { continue }
      return fan(gather, round, of: added)
    }
    return nil
  }
}
