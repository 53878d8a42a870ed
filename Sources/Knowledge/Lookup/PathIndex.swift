/// Patterns of paths as a tree of their segments, and the rows that each leads to.
///
/// Made for misses, which are nearly all of what is asked: a path whose first segment is unknown costs one pass over
/// its bytes and one look into a table. Nothing is allocated by a look-up.
struct PathIndex: Sendable {
  struct Node {
    /// Row numbers; negative for none.
    var call: Int32 = -1
    var client: Int32 = -1
    /// The node that this one is another name of.
    var alias: Int32 = -1
    /// The first of the segments with a star that may follow, more telling ones first.
    var wildcard: Int32 = -1
    /// Where it goes on after `**`.
    var rest: Int32 = -1
    /// The node before this one, and the segment between, where that has no star.
    var parent: Int32 = -1
    var start: Int32 = 0
    var length: Int32 = 0
    var hasLiterals = false
  }

  /// A slot of an open-addressed table that leads from a node, by a segment without a star, to the next one. Free when
  /// `child` is 0, which is the root.
  struct Edge {
    var hash: UInt32 = 0
    var child: Int32 = 0
  }

  /// From a node to the next one by a segment with a star; a list by `next`.
  struct Wildcard {
    var start: Int32
    var prefix: Int32
    var suffix: Int32
    var isType: Bool
    var child: Int32
    var next: Int32

    var weight: Int32 { prefix + suffix + (isType ? 1 : 0) }
  }

  enum Column {
    case call, client
  }

  private(set) var nodes: [Node] = [Node()]
  private(set) var wildcards: [Wildcard] = []
  private(set) var edges: [Edge]
  /// The segments' bytes.
  private(set) var text: [UInt8] = []
  private var edgeCount = 0

  /// - Parameter capacity: about how many different segments it is to hold.
  init(capacity: Int = 64) {
    var slots = 128
    while slots < capacity.multipliedReportingOverflow(by: 2).partialValue, slots < 1 << 20 { slots *= 2 }
    edges = Array(repeating: Edge(), count: slots)
    nodes.reserveCapacity(capacity)
    text.reserveCapacity(capacity)
  }

  /// Gives a row to each path that a pattern stands for; a later row takes the place of an earlier one.
  mutating func insert(_ pattern: String, row: Int, in column: Column) {
    let row = Int32(clamping: row)
    insert(pattern) { index, node in
      switch column {
      case .call: index.nodes[node].call = row
      case .client: index.nodes[node].client = row
      }
    }
  }

  /// Lets what begins with one of the paths that the patterns stand for go on as if it began with `target`.
  mutating func insert(_ patterns: [String], asNamesOf target: String) {
    var end = 0
    insert(target) { _, node in end = node }
    for pattern in patterns {
      insert(pattern) { index, node in
        if node != end { index.nodes[node].alias = Int32(clamping: end) }
      }
    }
  }

  private mutating func insert(_ pattern: String, _ body: (inout PathIndex, Int) -> Void) {
    var pattern = pattern
    pattern.withUTF8 { insert($0, from: 0, body) }
  }

  /// Goes on from a node: what stands before braces is walked once, not once for each alternative.
  private mutating func insert(
    _ pattern: UnsafeBufferPointer<UInt8>,
    from node: Int,
    _ body: (inout PathIndex, Int) -> Void
  ) {
    var node = node
    var start = 0
    var end = 0
    while end <= pattern.count {
      if end == pattern.count || pattern[end] == UInt8(ascii: ".") {
        node = child(of: node, by: UnsafeBufferPointer(rebasing: pattern[start..<end]))
        start = end + 1
      } else if pattern[end] == UInt8(ascii: "{") {
        return PathPattern.forEachAlternative(in: UnsafeBufferPointer(rebasing: pattern[start...])) { rest in
          insert(rest, from: node, body)
        }
      }
      end += 1
    }
    body(&self, node)
  }
}

// MARK: - Growing

extension PathIndex {
  private mutating func child(of parent: Int, by segment: UnsafeBufferPointer<UInt8>) -> Int {
    switch PathPattern.Segment(segment) {
    case .literal:
      return literal(of: parent, segment)
    case .rest:
      if nodes[parent].rest < 0 { nodes[parent].rest = appendNode() }
      return Int(nodes[parent].rest)
    case .wildcard(let prefix, let suffix, let isType):
      return wildcard(of: parent, segment, prefix: prefix, suffix: suffix, isType: isType)
    }
  }

  private mutating func appendNode() -> Int32 {
    nodes.append(Node())
    return Int32(clamping: nodes.count - 1)
  }

  private mutating func appendText(_ bytes: some Collection<UInt8>) -> Int32 {
    let start = text.count
    text.append(contentsOf: bytes)
    return Int32(clamping: start)
  }

  private mutating func literal(of parent: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if (edgeCount + 1) * 2 > edges.count { grow() }
    let parent = Int32(clamping: parent)
    let hash = PathIndex.mix(bytes.reduce(PathIndex.seed, PathIndex.hash), parent)
    var slot = PathIndex.slot(hash, edges.count)
    while edges[slot].child != 0 {
      if edges[slot].hash == hash, isNode(edges[slot].child, behind: parent, by: bytes) {
        return Int(edges[slot].child)
      }
      slot = (slot + 1) & (edges.count - 1)
    }
    let child = appendNode()
    nodes[Int(child)].parent = parent
    nodes[Int(child)].start = appendText(bytes)
    nodes[Int(child)].length = Int32(clamping: bytes.count)
    nodes[Int(parent)].hasLiterals = true
    edges[slot] = Edge(hash: hash, child: child)
    edgeCount += 1
    return Int(child)
  }

  private func isNode(_ child: Int32, behind parent: Int32, by bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = nodes[Int(child)]
    return node.parent == parent && Int(node.length) == bytes.count
      && bytes.indices.allSatisfy { bytes[$0] == text[Int(node.start) + $0] }
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(), count: old.count * 2)
    for edge in old where edge.child != 0 {
      var slot = PathIndex.slot(edge.hash, edges.count)
      while edges[slot].child != 0 { slot = (slot + 1) & (edges.count - 1) }
      edges[slot] = edge
    }
  }

  private mutating func wildcard(
    of parent: Int,
    _ segment: UnsafeBufferPointer<UInt8>,
    prefix: Int,
    suffix: Int,
    isType: Bool
  ) -> Int {
    let literal = (segment.prefix(prefix), segment.suffix(suffix))
    var previous: Int32 = -1
    var current = nodes[parent].wildcard
    let weight = Int32(clamping: prefix + suffix + (isType ? 1 : 0))
    while current >= 0, wildcards[Int(current)].weight >= weight {
      let other = wildcards[Int(current)]
      let start = Int(other.start)
      if other.isType == isType, Int(other.prefix) == prefix, Int(other.suffix) == suffix,
        text[start..<(start + prefix)].elementsEqual(literal.0),
        text[(start + prefix)..<(start + prefix + suffix)].elementsEqual(literal.1)
      {
        return Int(other.child)
      }
      previous = current
      current = other.next
    }
    let start = appendText(literal.0)
    _ = appendText(literal.1)
    let child = appendNode()
    wildcards.append(
      Wildcard(
        start: start,
        prefix: Int32(clamping: prefix),
        suffix: Int32(clamping: suffix),
        isType: isType,
        child: child,
        next: current
      )
    )
    let added = Int32(clamping: wildcards.count - 1)
    if previous < 0 { nodes[parent].wildcard = added } else { wildcards[Int(previous)].next = added }
    return Int(child)
  }

  /// FNV-1a, one byte at a time.
  static let seed: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// Of a segment's hash and the node that it stands behind.
  @inline(__always)
  static func mix(_ hash: UInt32, _ parent: Int32) -> UInt32 {
    let mixed = (hash ^ UInt32(bitPattern: parent) &* 0x9E37_79B1) &* 0x85EB_CA6B
    return mixed ^ mixed >> 15
  }

  @inline(__always)
  static func slot(_ hash: UInt32, _ count: Int) -> Int { Int(hash) & (count - 1) }
}
