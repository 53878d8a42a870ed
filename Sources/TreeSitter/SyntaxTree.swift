import CFlatTree
import CTreeSitter

/// A parse laid out flat: every node in reading order, one small value each, as an array of its own.
///
/// Taken out of the C tree once, so that everything after works on values, can cross tasks, and pays no call into C per
/// look. Bare punctuation (brackets, commas, colons, dots, semicolons) is left out; all other tokens are there.
package struct SyntaxTree: Sendable {
  package private(set) var nodes: ContiguousArray<SyntaxNode>
  /// Whether any part of the text could not be parsed as the grammar demands.
  package let hasErrors: Bool
  /// Whether the walk ended early, at the limit of nodes.
  package private(set) var isCutShort = false

  /// Flattens a tree.
  ///
  /// - Parameter skipping: for each kind's number, whether its nodes (and what is below) are left out.
  /// - Parameter limit: the most nodes that are taken; the rest of the text is then not there, and `isCutShort` says so.
  package init(_ tree: Tree, skipping: [Bool], limit: Int = 40_000_000) {
    hasErrors = tree.hasErrors
    let count = Int(ts_node_descendant_count(ts_tree_root_node(tree.raw)))
    // One more than there are: the walk that fills the room is one that was cut short.
    let room = max(0, min(limit, count + 1))
    var isCutShort = false
    nodes = ContiguousArray(unsafeUninitializedCapacity: room) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = skipping.withUnsafeBufferPointer { skipping in
        Int(
          lacuna_flatten(
            tree.raw,
            skipping.baseAddress,
            UInt32(clamping: skipping.count),
            // The same bytes by another name; a test compares where each part of a node stands.
            UnsafeMutableRawPointer(base).assumingMemoryBound(to: LacunaFlatNode.self),
            UInt32(clamping: room),
            &isCutShort
          )
        )
      }
    }
    self.isCutShort = isCutShort || room == 0
  }

  /// What is left to say of a tree that was read: nothing but whether it had errors.
  package var emptied: SyntaxTree {
    var tree = self
    tree.nodes = []
    return tree
  }

  /// Moves all offsets, for the parse of a piece of a text that was cut out; what would be before the text is at its
  /// start.
  package mutating func move(by distance: Int) {
    for index in nodes.indices {
      let node = nodes[index]
      nodes[index] = SyntaxNode(
        kind: node.kind,
        field: node.field,
        flags: node.flags,
        start: UInt32(clamping: Int(node.start) + distance),
        end: UInt32(clamping: Int(node.end) + distance),
        parent: node.parent,
        next: node.next
      )
    }
  }

  /// The node at an index; what is outside of the tree reads as an empty node of the error kind.
  @inlinable
  package subscript(_ index: Int32) -> SyntaxNode {
    guard index >= 0, Int(index) < nodes.count else { return .outside }
    return nodes[Int(index)]
  }

  /// The indices of a node's children, in reading order.
  @inlinable
  package func children(of index: Int32) -> Children {
    guard index >= 0, Int(index) < nodes.count else { return Children(nodes: nodes, at: 0, end: 0) }
    return Children(nodes: nodes, at: index &+ 1, end: nodes[Int(index)].next)
  }

  /// The first child that stands in a field, nil where none does.
  @inlinable
  package func child(of index: Int32, field: UInt8) -> Int32? {
    guard field != 0, index >= 0, Int(index) < nodes.count else { return nil }
    let end = nodes[Int(index)].next
    var at = index &+ 1
    while at < end, Int(at) < nodes.count {
      if nodes[Int(at)].field == field { return at }
      at = nodes[Int(at)].next
    }
    return nil
  }

  package struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nodes: ContiguousArray<SyntaxNode>
    @usableFromInline var at: Int32
    @usableFromInline let end: Int32

    @inlinable
    init(nodes: ContiguousArray<SyntaxNode>, at: Int32, end: Int32) {
      self.nodes = nodes
      self.at = at
      self.end = end
    }

    @inlinable
    package mutating func next() -> Int32? {
      guard at < end, Int(at) < nodes.count else { return nil }
      let found = at
      at = nodes[Int(at)].next
      return found
    }
  }
}

/// One node of a `SyntaxTree`.
package struct SyntaxNode: Sendable {
  /// No node: the parent of the root.
  package static let none: Int32 = -1
  /// The number of the kind that stands for text which could not be parsed.
  package static let errorKind: UInt16 = .max
  package static let outside = SyntaxNode(
    kind: errorKind,
    field: 0,
    flags: [.error],
    start: 0,
    end: 0,
    parent: none,
    next: 0
  )

  /// The grammar's number for this kind of node: compare this, print the name.
  package let kind: UInt16
  /// The grammar's number for the field in which the node stands in its parent; 0 for none.
  package let field: UInt8
  package let flags: Flags
  /// Byte offsets in the parsed text.
  package let start: UInt32
  package let end: UInt32
  /// Index of the node above, `none` for the root.
  package let parent: Int32
  /// Index of the first node behind this one and all below it.
  package internal(set) var next: Int32

  @inlinable package var bytes: Range<Int> { Int(start)..<Swift.max(Int(start), Int(end)) }
  @inlinable package var isNamed: Bool { flags.contains(.named) }
  /// Text that could not be parsed stands here.
  @inlinable package var isError: Bool { flags.contains(.error) }
  /// The parser put this token in by itself; it is not in the text.
  @inlinable package var isMissing: Bool { flags.contains(.missing) }
  /// There is an error here or below.
  @inlinable package var hasError: Bool { flags.contains(.hasError) }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let named = Flags(rawValue: 1)
    package static let error = Flags(rawValue: 2)
    package static let missing = Flags(rawValue: 4)
    package static let hasError = Flags(rawValue: 8)
  }
}
