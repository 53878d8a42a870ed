/// Writes a behaviour tree in reading order: open a node, write what is below it, close it.
///
/// Total: what is left open at the end is closed; what is closed twice stays closed.
package struct BehaviourBuilder {
  package private(set) var tree = BehaviourTree()
  private var table = NameTable()
  private var open: [NodeIndex] = []
  /// Byte offset in the parsed text at which the unit starts; all ranges become relative to it.
  private let origin: Int

  package init(origin: Int) {
    self.origin = origin
    open.reserveCapacity(32)
  }

  /// How many nodes are open: the depth of what is written next.
  package var depth: Int { open.count }

  package mutating func name(_ text: String) -> NameID { kept(table.intern(text)) }
  package mutating func name(_ bytes: ArraySlice<UInt8>) -> NameID {
    kept(bytes.withUnsafeBufferPointer { table.intern($0) })
  }
  /// The name that a range of bytes spells; empty where the range is not inside of them.
  package mutating func name(_ bytes: [UInt8], _ range: Range<Int>) -> NameID { kept(table.intern(bytes, range)) }
  /// Appends the bytes of a name.
  package func append(_ id: NameID, to bytes: inout [UInt8]) { table.append(id, to: &bytes) }

  private mutating func kept(_ name: (id: NameID, isNew: Bool)) -> NameID {
    if name.isNew { tree.names.append(table.text(name.id)) }
    return name.id
  }

  package func text(_ id: NameID) -> String { tree.text(id) }

  /// Opens a node. Ranges are byte offsets in the parsed text.
  @discardableResult
  package mutating func open(
    _ kind: NodeKind,
    _ role: Role,
    _ bytes: Range<Int>,
    name: NameID = 0,
    path: NameID = 0,
    detail: UInt8 = 0,
    flags: NodeFlags = []
  ) -> NodeIndex {
    let index = NodeIndex(truncatingIfNeeded: tree.nodes.count)
    tree.nodes.append(
      Node(
        kind: kind,
        role: role,
        detail: detail,
        flags: flags,
        start: UInt32(clamping: bytes.lowerBound - origin),
        end: UInt32(clamping: bytes.upperBound - origin),
        name: name,
        path: path,
        parent: open.last ?? noNode,
        next: index &+ 1
      )
    )
    open.append(index)
    return index
  }

  /// Closes the node opened last.
  package mutating func close() {
    guard let index = open.popLast() else { return }
    tree.nodes[Int(index)].next = NodeIndex(truncatingIfNeeded: tree.nodes.count)
  }

  /// Opens a node again, to write more below it. Only for the last node written at its level: nothing else may have
  /// been written behind it.
  ///
  /// - Returns: whether it is open again; where not, nothing changed.
  @discardableResult
  package mutating func reopen(_ index: NodeIndex) -> Bool {
    guard index >= 0, Int(index) < tree.nodes.count, tree.nodes[Int(index)].parent == open.last ?? noNode,
      Int(tree.nodes[Int(index)].next) == tree.nodes.count
    else { return false }
    open.append(index)
    return true
  }

  /// How many nodes are written: the index of the next one.
  package var count: Int { tree.nodes.count }

  /// A node with nothing below it.
  @discardableResult
  package mutating func leaf(
    _ kind: NodeKind,
    _ role: Role,
    _ bytes: Range<Int>,
    name: NameID = 0,
    path: NameID = 0,
    detail: UInt8 = 0,
    flags: NodeFlags = []
  ) -> NodeIndex {
    let index = open(kind, role, bytes, name: name, path: path, detail: detail, flags: flags)
    close()
    return index
  }

  package mutating func insert(_ flags: NodeFlags, at index: NodeIndex) {
    guard index >= 0, Int(index) < tree.nodes.count else { return }
    tree.nodes[Int(index)].flags.formUnion(flags)
  }

  package mutating func setPath(_ path: NameID, certainty: Certainty, at index: NodeIndex) {
    guard index >= 0, Int(index) < tree.nodes.count else { return }
    tree.nodes[Int(index)].path = path
    tree.nodes[Int(index)].detail = certainty.rawValue
  }

  package mutating func setName(_ name: NameID, at index: NodeIndex) {
    guard index >= 0, Int(index) < tree.nodes.count else { return }
    tree.nodes[Int(index)].name = name
  }

  /// Sets a node's path name, where that holds something else than a canonical path (a comment's text).
  package mutating func setNote(_ note: NameID, at index: NodeIndex) {
    guard index >= 0, Int(index) < tree.nodes.count else { return }
    tree.nodes[Int(index)].path = note
  }

  /// Closes what is still open and hands the tree over.
  package mutating func finish() -> BehaviourTree {
    while !open.isEmpty { close() }
    return tree
  }
}
