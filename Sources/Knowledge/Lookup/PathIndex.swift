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
    var hasLiterals = false
  }

  /// From a node to the next one by a segment without a star. A slot of an open-addressed table; free when `child` is 0,
  /// which is the root.
  struct Edge {
    var parent: Int32 = 0
    var child: Int32 = 0
    var hash: UInt32 = 0
    var start: Int32 = 0
    var length: Int32 = 0
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
    nodes.reserveCapacity(slots / 2)
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

  /// Lets what begins with one of the paths that a pattern stands for go on as if it began with `target`.
  mutating func insert(_ pattern: String, asNameOf target: String) {
    var end = 0
    insert(target) { _, node in end = node }
    insert(pattern) { index, node in
      if node != end { index.nodes[node].alias = Int32(clamping: end) }
    }
  }

  private mutating func insert(_ pattern: String, _ body: (inout PathIndex, Int) -> Void) {
    var pattern = pattern
    pattern.withUTF8 { bytes in
      PathPattern.forEach(in: bytes) { path in
        var node = 0
        for segment in path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
          node = child(of: node, by: segment)
        }
        body(&self, node)
      }
    }
  }
}

// MARK: - Growing

extension PathIndex {
  private mutating func child(of parent: Int, by segment: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
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

  private mutating func appendText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
    let start = text.count
    text.append(contentsOf: bytes)
    return Int32(clamping: start)
  }

  private mutating func literal(of parent: Int, _ segment: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bytes = UnsafeBufferPointer(rebasing: segment)
    let hash = PathIndex.hash(bytes)
    let parent = Int32(clamping: parent)
    if (edgeCount + 1) * 2 > edges.count { grow() }
    var slot = PathIndex.slot(parent, hash, edges.count)
    while edges[slot].child != 0 {
      let edge = edges[slot]
      if edge.parent == parent, edge.hash == hash, edge.length == Int32(clamping: bytes.count),
        bytes.elementsEqual(text[Int(edge.start)..<(Int(edge.start) + Int(edge.length))])
      {
        return Int(edge.child)
      }
      slot = (slot + 1) & (edges.count - 1)
    }
    let child = appendNode()
    let start = appendText(segment)
    edges[slot] = Edge(
      parent: parent,
      child: child,
      hash: hash,
      start: start,
      length: Int32(clamping: bytes.count)
    )
    edgeCount += 1
    nodes[Int(parent)].hasLiterals = true
    return Int(child)
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(), count: old.count * 2)
    for edge in old where edge.child != 0 {
      var slot = PathIndex.slot(edge.parent, edge.hash, edges.count)
      while edges[slot].child != 0 { slot = (slot + 1) & (edges.count - 1) }
      edges[slot] = edge
    }
  }

  private mutating func wildcard(
    of parent: Int,
    _ segment: Slice<UnsafeBufferPointer<UInt8>>,
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

  /// FNV-1a.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  @inline(__always)
  static func slot(_ parent: Int32, _ hash: UInt32, _ count: Int) -> Int {
    let mixed = (hash ^ UInt32(bitPattern: parent) &* 0x9E37_79B1) &* 0x85EB_CA6B
    return Int(mixed ^ mixed >> 15) & (count - 1)
  }
}
