/// What a unit does, as a flat tree: nodes in reading order, and the names they use.
///
/// A value without references to the text it came from: a unit that merely moved keeps it.
package struct BehaviourTree: Sendable, Hashable {
  package internal(set) var nodes: ContiguousArray<Node>
  /// Names by number; the first is the empty name.
  package internal(set) var names: [String]

  package init() {
    nodes = []
    names = [""]
  }

  package var root: NodeIndex { nodes.isEmpty ? noNode : 0 }
  package var count: Int { nodes.count }

  /// Writes at the root what a person wrote in a body that does nothing.
  package mutating func setComment(_ text: String) {
    guard !nodes.isEmpty, !text.isEmpty else { return }
    nodes[0].flags.insert(.commented)
    nodes[0].path = NameID(names.count)
    names.append(text)
  }

  package subscript(_ index: NodeIndex) -> Node {
    guard index >= 0, Int(index) < nodes.count else { return BehaviourTree.outside }
    return nodes[Int(index)]
  }

  private static let outside = Node(
    kind: .unknown,
    role: .statement,
    detail: 0,
    flags: [],
    start: 0,
    end: 0,
    name: 0,
    path: 0,
    parent: noNode,
    next: 0
  )

  /// The name of a node, as the kind says what that is.
  package func name(_ index: NodeIndex) -> String { text(self[index].name) }
  /// The canonical path of a call or a read; empty where it did not resolve.
  package func path(_ index: NodeIndex) -> String { text(self[index].path) }
  package func text(_ id: NameID) -> String { Int(id) < names.count ? names[Int(id)] : "" }

  package func kind(_ index: NodeIndex) -> NodeKind { self[index].kind }
  package func parent(_ index: NodeIndex) -> NodeIndex { self[index].parent }

  /// A node and all below it, in reading order.
  package func subtree(_ index: NodeIndex) -> Range<NodeIndex> {
    guard index >= 0, Int(index) < nodes.count else { return 0..<0 }
    return index..<max(index, nodes[Int(index)].next)
  }

  package func children(_ index: NodeIndex) -> Children {
    guard index >= 0, Int(index) < nodes.count else { return Children(nodes: nodes, at: 0, end: 0) }
    return Children(nodes: nodes, at: index &+ 1, end: nodes[Int(index)].next)
  }

  package func children(_ index: NodeIndex, _ role: Role) -> [NodeIndex] {
    guard index >= 0, Int(index) < nodes.count else { return [] }
    var found: [NodeIndex] = []
    var at = index &+ 1
    let end = nodes[Int(index)].next
    while at < end, Int(at) < nodes.count {
      if nodes[Int(at)].role == role { found.append(at) }
      at = nodes[Int(at)].next
    }
    return found
  }

  /// The first child in a role, nil where there is none.
  package func child(_ index: NodeIndex, _ role: Role) -> NodeIndex? {
    guard index >= 0, Int(index) < nodes.count else { return nil }
    var at = index &+ 1
    let end = nodes[Int(index)].next
    while at < end, Int(at) < nodes.count {
      if nodes[Int(at)].role == role { return at }
      at = nodes[Int(at)].next
    }
    return nil
  }

  /// The nodes above, nearest first.
  package func ancestors(_ index: NodeIndex) -> Ancestors { Ancestors(nodes: nodes, at: parent(index)) }

  package func contains(_ outer: NodeIndex, _ inner: NodeIndex) -> Bool { subtree(outer).contains(inner) }

  /// The names that this tree itself gives to values: its locals and parameters.
  package var localNames: Set<String> {
    var found: Set<String> = []
    for node in nodes where node.kind == .read && (node.placeKind == .local || node.placeKind == .parameter) {
      let name = text(node.name)
      guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else {
        found.insert(name)
        continue
      }
      found.insert(String(name[..<dot]))
    }
    return found
  }

  package struct Children: Sequence, IteratorProtocol {
    let nodes: ContiguousArray<Node>
    var at: NodeIndex
    let end: NodeIndex
    package mutating func next() -> NodeIndex? {
      guard at < end, Int(at) < nodes.count else { return nil }
      defer { at = nodes[Int(at)].next }
      return at
    }
  }

  package struct Ancestors: Sequence, IteratorProtocol {
    let nodes: ContiguousArray<Node>
    var at: NodeIndex
    package mutating func next() -> NodeIndex? {
      guard at >= 0 else { return nil }
      defer { at = Int(at) < nodes.count ? nodes[Int(at)].parent : noNode }
      return at
    }
  }
}
