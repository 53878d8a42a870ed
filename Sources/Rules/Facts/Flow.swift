package import Behaviour
import Knowledge

/// The ways in which control leaves a piece of code.
package struct Ways: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Goes on with what follows.
  package static let falls = Ways(rawValue: 1 << 0)
  package static let returns = Ways(rawValue: 1 << 1)
  /// With an error: raised here or handed on.
  package static let raises = Ways(rawValue: 1 << 2)
  package static let breaks = Ways(rawValue: 1 << 3)
  package static let continues = Ways(rawValue: 1 << 4)
  /// Ends the process.
  package static let exits = Ways(rawValue: 1 << 5)
  /// Holds code that could not be read.
  package static let unknown = Ways(rawValue: 1 << 6)
}

extension UnitContext {
  /// The ways out of a node as its statements say them; what its calls may throw is left aside.
  package func ways(outOf node: NodeIndex) -> Ways {
    let tree = tree
    switch tree.kind(node) {
    case .block:
      var ways: Ways = .falls
      for child in tree.children(node) where tree[child].role != .pattern && tree[child].role != .decorator {
        guard ways.contains(.falls) else { break }
        ways.remove(.falls)
        ways.formUnion(self.ways(outOf: child))
      }
      return ways
    case .return: return .returns
    case .raise, .propagate: return .raises
    case .jump: return tree[node].jumpKind == .break ? .breaks : .continues
    case .unknown: return [.falls, .unknown]
    case .call:
      if call(node)?.known?.part == .exit || endsProcessByLog(node) { return .exits }
      // A function of the file that does nothing but to raise.
      if file.declaration(calledAs: tree.name(node), in: unit)?.declaration.raises == true { return .raises }
      return localFunctionRaises(node) ? .raises : .falls
    case .await: return tree.child(node, .value).map { ways(outOf: $0) } ?? .falls
    case .branch: return waysOut(ofBranch: node)
    case .loop: return waysOut(ofLoop: node)
    case .scoped:
      let ways = tree.child(node, .body).map { self.ways(outOf: $0) } ?? .falls
      return tree[node].scopeKind == .suppression ? ways.union(.falls) : ways
    case .attempt: return waysOut(ofAttempt: node)
    default: return .falls
    }
  }

  /// A function inside of the unit that does nothing but to raise.
  private func localFunctionRaises(_ call: NodeIndex) -> Bool {
    let name = tree.name(call)
    guard !name.isEmpty, !name.contains(".") else { return false }
    for index in tree.nodes.indices where tree.nodes[index].kind == .closure {
      let closure = NodeIndex(index)
      guard !tree.contains(closure, call), self.name(ofFrame: closure) == name else { continue }
      guard let body = tree.child(closure, .body) else { return false }
      var last: NodeIndex?
      for child in tree.children(body) where tree[child].role == .statement { last = child }
      return last.map { tree.kind($0) == .raise } ?? (tree.kind(body) == .raise)
    }
    return false
  }

  private func waysOut(ofBranch node: NodeIndex) -> Ways {
    if tree[node].has(.expression) { return .falls }
    var ways: Ways = []
    var isComplete = false
    for child in tree.children(node) {
      let role = tree[child].role
      guard role == .arm || role == .otherwise else { continue }
      ways.formUnion(self.ways(outOf: child))
      if role == .otherwise { isComplete = true }
    }
    return isComplete ? ways : ways.union(.falls)
  }

  private func waysOut(ofLoop node: NodeIndex) -> Ways {
    var ways = tree.child(node, .body).map { self.ways(outOf: $0) } ?? .falls
    let breaks = ways.contains(.breaks)
    ways.subtract([.breaks, .continues, .falls])
    // An endless loop is left by a break alone.
    if tree[node].loopKind != .endless || breaks { ways.insert(.falls) }
    if let otherwise = tree.child(node, .otherwise) { ways.formUnion(self.ways(outOf: otherwise)) }
    return ways
  }

  private func waysOut(ofAttempt node: NodeIndex) -> Ways {
    var ways = waysOut(ofSuccess: node)
    for handler in tree.children(node, .handler) {
      var out = tree.child(handler, .body).map { self.ways(outOf: $0) } ?? .falls
      // What a function given to `.catch` returns is a value, not the unit's.
      if tree[node].has(.byCall), out.contains(.returns) { out = out.subtracting(.returns).union(.falls) }
      ways.formUnion(out)
    }
    if let finalizer = tree.child(node, .finalizer) {
      let last = self.ways(outOf: finalizer)
      if !last.contains(.falls) { return last }
      ways.formUnion(last.subtracting(.falls))
    }
    return ways
  }

  /// The ways out of an attempt in which nothing failed.
  package func waysOut(ofSuccess attempt: NodeIndex) -> Ways {
    var ways = tree.child(attempt, .body).map { self.ways(outOf: $0) } ?? .falls
    if ways.contains(.falls), let otherwise = tree.child(attempt, .otherwise) {
      ways.remove(.falls)
      ways.formUnion(self.ways(outOf: otherwise))
    }
    return ways
  }

  /// The function in which a node runs: the innermost closure around it, else the unit's root.
  package func frame(of node: NodeIndex) -> NodeIndex {
    for above in tree.ancestors(node) where tree.kind(above) == .closure { return above }
    return tree.root
  }

  /// The name of a function of the unit, or the unit's.
  package func name(ofFrame frame: NodeIndex) -> String {
    guard frame != tree.root else { return unit.name }
    if tree[frame].name != 0 { return tree.name(frame) }
    // `const isReady = () => …`
    let parent = tree.parent(frame)
    guard tree.kind(parent) == .assign, let target = tree.child(parent, .target) else { return "" }
    return String(NameReading.last(tree.name(target)))
  }

  /// The innermost loop around a node in its own function; nil where there is none.
  package func loop(around node: NodeIndex) -> NodeIndex? {
    for above in tree.ancestors(node) {
      if tree.kind(above) == .closure { return nil }
      if tree.kind(above) == .loop { return above }
    }
    return nil
  }

  /// Calls `body` for a node and all below it that run with it: bodies of closures are left out.
  package func visit(_ node: NodeIndex, _ body: (NodeIndex) -> Void) {
    let end = tree.subtree(node).upperBound
    var at = node
    while at < end {
      if tree.kind(at) == .closure, at != node {
        at = tree[at].next
        continue
      }
      body(at)
      at &+= 1
    }
  }

  /// Whether code that runs after a node may look at a name: behind it in the same function, in a closure there, or
  /// above it where a loop comes round again.
  package func isRead(_ name: String, after node: NodeIndex) -> Bool {
    firstRead(of: name, after: node) != nil
  }

  /// The first place that may look at a name after a node ran.
  package func firstRead(of name: String, after node: NodeIndex) -> NodeIndex? {
    let end = tree.subtree(frame(of: node)).upperBound
    if let found = firstRead(of: name, in: tree.subtree(node).upperBound..<end) { return found }
    var outermost: NodeIndex?
    for above in tree.ancestors(node) {
      if tree.kind(above) == .closure { break }
      if tree.kind(above) == .loop { outermost = above }
    }
    guard let outermost else { return nil }
    return firstRead(of: name, in: outermost..<node)
  }

  /// The first node in a range that looks at a name or at a member of it.
  package func firstRead(of name: String, in range: Range<NodeIndex>) -> NodeIndex? {
    guard !name.isEmpty else { return nil }
    for at in range {
      let node = tree[at]
      guard node.kind == .read || node.kind == .call, node.name != 0 else { continue }
      let text = tree.text(node.name)
      guard NameReading.isRooted(text, in: name) else { continue }
      // Writing the name itself is no look at it; writing a member or an element of it is.
      if node.role == .target, node.placeKind != .element, text.utf8.count == name.utf8.count { continue }
      return at
    }
    return nil
  }

  /// What gives a name a value in a range: assignments, loops, resources, in reading order.
  package func writes(of name: String, in range: Range<NodeIndex>) -> [NodeIndex] {
    range.filter { at in
      let node = tree[at]
      return node.kind == .read && node.role == .target && node.placeKind != .element && tree.text(node.name) == name
    }.map { tree.parent($0) }
  }

  /// Whether a node, or one below it, looks at a name; closures included.
  package func reads(_ name: String, in node: NodeIndex) -> Bool {
    firstRead(of: name, in: tree.subtree(node)) != nil
  }

  /// The same for any of several names.
  package func reads(anyOf names: [String], in node: NodeIndex) -> Bool {
    names.contains { reads($0, in: node) }
  }

  /// Whether `first` has always run, to its end, when `second` starts: it stands before it, and under no condition,
  /// loop or closure that `second` does not stand under too.
  package func dominates(_ first: NodeIndex, _ second: NodeIndex) -> Bool {
    guard tree.subtree(first).upperBound <= second else { return false }
    var child = first
    for above in tree.ancestors(first) {
      if tree.contains(above, second) { return !isChoice(above, child: child) || runsBoth(above, child, second) }
      if isChoice(above, child: child) { return false }
      child = above
    }
    return false
  }

  /// Whether a child of a node may not run although the node does.
  private func isChoice(_ node: NodeIndex, child: NodeIndex) -> Bool {
    switch tree.kind(node) {
    case .branch: tree[child].role != .condition
    case .loop: tree[child].role != .iterable && tree[child].role != .condition
    case .closure: true
    case .attempt: tree[child].role != .finalizer
    case .condition: tree[child].role == .operand && child != node &+ 1
    default: false
    }
  }

  /// Both stand in the same child of a loop or an attempt's success: what is first there has run.
  private func runsBoth(_ node: NodeIndex, _ child: NodeIndex, _ second: NodeIndex) -> Bool {
    if tree.contains(child, second) { return true }
    guard tree.kind(node) == .attempt, tree[child].role == .body,
      let otherwise = tree.child(node, .otherwise)
    else { return false }
    return tree.contains(otherwise, second)
  }
}
