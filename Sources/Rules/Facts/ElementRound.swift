package import Behaviour
import Knowledge

/// Code that runs once for each element of a collection: the body of a for-each loop, of a comprehension, of a callback
/// given to `map` and the like.
package struct ElementRound: Sendable, Hashable {
  /// The loop, or the call that is given the callback.
  package let node: NodeIndex
  /// What it goes through; nil where that is no expression of its own (`for (let i = 0; i < n; i++)`).
  package let collection: NodeIndex?
  /// The places that hold the element.
  package let elements: [NodeIndex]
  package let body: Range<NodeIndex>
}

/// How many elements a round goes through.
package enum RoundSize: Sendable, Hashable {
  /// A constant number.
  case constant(Int)
  /// Each element is a page or a batch of others; the clause says why.
  case batches(String)
  /// Values named in the code: an enumeration, a constant.
  case named
  /// What arrives from outside, one at a time, without an end.
  case stream
  case open
}

extension UnitContext {
  /// The innermost round in which a node runs once per element; nil where it runs once, or nobody knows how often.
  package func elementRound(around node: NodeIndex) -> ElementRound? {
    var child = node
    for ancestor in tree.ancestors(node) {
      switch tree.kind(ancestor) {
      case .loop:
        if let round = round(ofLoop: ancestor, from: child) { return round }
        // Repeated for another reason: not once per element of something.
        if tree[ancestor].loopKind == .while || tree[ancestor].loopKind == .endless { return nil }
      case .closure:
        guard let argument = argument(holding: ancestor) else { return nil }
        let call = tree.parent(argument)
        if let round = round(ofCallback: ancestor, givenTo: call) { return round }
        guard runsAtOnce(call) else { return nil }
      default: break
      }
      child = ancestor
    }
    return nil
  }

  private func argument(holding closure: NodeIndex) -> NodeIndex? {
    let parent = tree.parent(closure)
    return tree.kind(parent) == .argument && tree.kind(tree.parent(parent)) == .call ? parent : nil
  }

  private func round(ofLoop loop: NodeIndex, from child: NodeIndex) -> ElementRound? {
    switch tree[loop].loopKind {
    case .while, .endless: return nil
    case .forEach, .comprehension, .counted: break
    }
    if retries.contains(where: { $0.kind == .loop && $0.node == loop }) { return nil }
    // What it goes through, and where it starts, runs once.
    switch tree[child].role {
    case .iterable, .otherwise: return nil
    case .value where tree[loop].loopKind == .counted: return nil
    default: break
    }
    var elements: [NodeIndex] = []
    for target in tree.children(loop, .target) { elements += places(in: target) }
    if elements.isEmpty, let start = tree.child(loop, .value), let target = tree.child(start, .target) {
      elements = [target]
    }
    return ElementRound(
      node: loop,
      collection: tree.child(loop, .iterable),
      elements: elements,
      body: tree.subtree(loop)
    )
  }

  private func places(in target: NodeIndex) -> [NodeIndex] {
    tree.subtree(target).filter { tree.kind($0) == .read }
  }

  private func round(ofCallback closure: NodeIndex, givenTo call: NodeIndex) -> ElementRound? {
    guard self.call(call)?.known?.part == .iterate || isIteration(call, closure) else { return nil }
    let parameters = tree.children(closure, .parameter)
    guard let first = parameters.first else { return nil }
    let isReduce = NameReading.last(tree.name(call)).hasPrefix("reduce")
    var elements = places(in: isReduce && parameters.count > 1 ? parameters[1] : first)
    if tree.kind(first) == .read { elements.append(first) }
    return ElementRound(
      node: call,
      collection: tree.child(call, .receiver),
      elements: elements,
      body: tree.subtree(closure)
    )
  }

  /// `items.map((item) => …)`: a method that every collection has.
  private func isIteration(_ call: NodeIndex, _ closure: NodeIndex) -> Bool {
    guard self.call(call)?.known == nil, case .given(let first) = positional(0, of: call), first == closure else {
      return false
    }
    let name = tree.name(call)
    guard name.utf8.contains(UInt8(ascii: ".")) else { return false }
    switch NameReading.last(name) {
    case "map", "forEach", "flatMap", "filter", "some", "every", "reduce", "reduceRight", "find": return true
    default: return false
    }
  }

  /// Whether a call runs the function that it is given, once and now.
  private func runsAtOnce(_ call: NodeIndex) -> Bool {
    switch self.call(call)?.known?.part {
    case .transaction, .retry, .timeout, .lock: return true
    default: break
    }
    let last = NameReading.last(tree.name(call))
    return last == "then" || last == "transaction" || last == "$transaction" || last == "withTransaction"
      || last == "Promise"
  }

  // MARK: - Elements

  /// Whether a node depends on the element of a round: it uses the element, or a name that was given a value computed
  /// from it inside of the round.
  package func depends(_ node: NodeIndex, onElementOf round: ElementRound) -> Bool {
    guard !round.elements.isEmpty else { return false }
    var names: Set<Substring> = []
    for element in round.elements { names.insert(NameReading.root(tree.name(element))) }
    for at in round.body.lowerBound..<max(round.body.lowerBound, min(node, round.body.upperBound)) {
      guard tree.kind(at) == .assign, let value = tree.child(at, .value), uses(names, in: value) else { continue }
      for target in tree.children(at, .target) {
        for place in places(in: target) { names.insert(NameReading.root(tree.name(place))) }
      }
    }
    return uses(names, in: node)
  }

  private func uses(_ names: Set<Substring>, in node: NodeIndex) -> Bool {
    tree.subtree(node).contains { at in
      switch tree.kind(at) {
      case .read, .call: tree[at].name != 0 && names.contains(NameReading.root(tree.name(at)))
      default: false
      }
    }
  }

  // MARK: - Size

  /// How many elements a round goes through, as far as the unit says.
  package func size(of round: ElementRound) -> RoundSize {
    if round.elements.contains(where: { BatchWords.isBatch(tree.name($0)) }) {
      return .batches("each round takes a batch")
    }
    if let collection = round.collection, tree.kind(collection) == .call, tree.name(collection) == "range",
      round.elements.contains(where: { NameReading.words(tree.name($0)).contains("page") })
    {
      return .batches("each round takes a page")
    }
    if round.elements.contains(where: { BatchWords.isDeclared(tree.name($0)) }) { return .named }
    guard let collection = round.collection else {
      // `items.map(…)`: the collection is the callee's own first part.
      let name = String(NameReading.base(tree.name(round.node)))
      return name.isEmpty ? countedSize(of: round.node) : size(ofName: name, at: round.node)
    }
    if tree.kind(round.node) == .call { return size(of: collection, depth: 0) }
    return size(of: collection, depth: 0)
  }

  private func size(of collection: NodeIndex, depth: Int) -> RoundSize {
    guard depth < 6 else { return .open }
    switch tree.kind(collection) {
    case .collection:
      let elements = tree.children(collection, .element)
      return elements.contains { tree[$0].has(.spread) } ? .open : .constant(elements.count)
    case .literal: return .constant(tree.name(collection).count)
    case .await: return tree.child(collection, .value).map { size(of: $0, depth: depth + 1) } ?? .open
    case .operation:
      if tree.name(collection) == Operator.slice || tree.name(collection) == Operator.cast {
        return tree.child(collection, .operand).map { size(of: $0, depth: depth + 1) } ?? .open
      }
      return sizeOfRange(collection).map { .constant($0) } ?? .open
    case .read:
      if flow.isWholeName(collection), let origin = flow.origin(of: collection), origin != collection {
        return size(of: origin, depth: depth + 1)
      }
      return size(ofName: tree.name(collection), at: collection)
    case .call: return size(ofCall: collection, depth: depth)
    default: return .open
    }
  }

  /// `0...20`, `0..<n`: how many there are between two numbers.
  private func sizeOfRange(_ operation: NodeIndex) -> Int? {
    let name = tree.name(operation)
    let operands = tree.children(operation, .operand)
    guard name == ".." || name == "...", operands.count == 2,
      operands.allSatisfy({ tree.kind($0) == .literal && tree[$0].literalKind == .integer }),
      let start = Int(tree.name(operands[0])), let end = Int(tree.name(operands[1])), start >= 0, end >= start
    else { return nil }
    return end - start
  }

  private func size(ofName name: String, at node: NodeIndex) -> RoundSize {
    let last = NameReading.last(name)
    if BatchWords.isStream(last) { return .stream }
    if last.contains("_") || last.utf8.count > 2, last == last.uppercased(), last != last.lowercased() { return .named }
    guard !flow.definitions(ofNameAt: node).isEmpty, NameReading.root(name) == name[...] else { return .open }
    let reaching = flow.definitions(reaching: node)
    guard reaching.count == 1, let value = reaching[0].value else { return .open }
    return size(of: value, depth: 2)
  }

  private func size(ofCall call: NodeIndex, depth: Int) -> RoundSize {
    let name = tree.name(call)
    let last = String(NameReading.last(name))
    if self.call(call)?.known?.part == .consumes { return .stream }
    if BatchWords.isBatching(last) { return .batches("`\(display(call))` gives batches") }
    let arguments = tree.children(call, .argument).compactMap { tree.child($0, .value) }
    switch last {
    case "range":
      if arguments.count == 3 { return .batches("each round takes a slice") }
      if arguments.allSatisfy({ tree.kind($0) == .literal }), let end = arguments.last.flatMap({ Int(tree.name($0)) }) {
        return .constant(end)
      }
      return arguments.last.map { tree.kind($0) == .call ? size(of: $0, depth: depth + 1) : .open } ?? .open
    case "enumerate", "sorted", "reversed", "list", "tuple", "set", "zip", "len", "keys", "values", "entries", "iter",
      "items", "from", "chain", "tqdm":
      if let receiver = tree.child(call, .receiver) { return size(of: receiver, depth: depth + 1) }
      if let first = arguments.first { return size(of: first, depth: depth + 1) }
      let base = String(NameReading.base(name))
      return base.isEmpty ? .open : size(ofName: base, at: call)
    default:
      if BatchWords.isStream(last[...]) { return .stream }
      // `files.slice(start, start + 100)`
      if last == "slice" || last == "subList", arguments.count == 2, isFrom(arguments[0], to: arguments[1]) {
        return .batches("each round takes a slice")
      }
      return .open
    }
  }

  private func isFrom(_ start: NodeIndex, to end: NodeIndex) -> Bool {
    guard tree.kind(start) == .read, tree.kind(end) == .operation else { return false }
    return tree.children(end).contains { tree.kind($0) == .read && tree.name($0) == tree.name(start) }
  }

  /// `for (let i = 0; i < 3; i++)`, and `i += 100`
  private func countedSize(of loop: NodeIndex) -> RoundSize {
    if let step = tree.child(loop, .operand), tree.kind(step) == .assign, tree.name(step) == "+=",
      let value = tree.child(step, .value), tree.name(value) != "1"
    {
      return .batches("each round takes a slice")
    }
    guard let condition = tree.child(loop, .condition) else { return .open }
    var last: NodeIndex?
    for operand in tree.children(condition) { last = operand }
    guard let last, tree.kind(last) == .literal, let number = Int(tree.name(last)) else { return .open }
    return .constant(number)
  }
}

private enum BatchWords {
  static func isBatch(_ name: String) -> Bool {
    switch NameReading.words(name).last {
    case "batch", "chunk", "slice", "offset", "skip", "cursor": true
    default: false
    }
  }

  /// What a program has as many of as its authors wrote down.
  static func isDeclared(_ name: String) -> Bool {
    switch NameReading.words(name).last {
    case "model", "models", "cls", "klass", "table", "tables", "backend", "app", "migration", "enum": true
    default: false
    }
  }

  static func isBatching(_ name: String) -> Bool {
    if ["each_slice", "each_cons", "in_groups_of"].contains(NameReading.last(name)) { return true }
    return NameReading.words(name).contains {
      ["chunk", "chunks", "chunked", "batch", "batched", "batches", "paginate", "paginator", "pages", "partition"]
        .contains($0)
    }
  }

  static func isStream(_ name: Substring) -> Bool {
    NameReading.words(name).contains {
      ["consumer", "stream", "listen", "subscribe", "subscription", "watch", "poll", "events", "stdin", "incoming"]
        .contains($0)
    }
  }
}
