/// Patterns of paths as a tree of their segments, and the rows that each leads to.
///
/// Made for misses, which are nearly all of what is asked: a path whose first segment is unknown costs one pass over
/// its bytes and one look into a table. Nothing is allocated by a look-up.
struct PathIndex: Sendable {
  struct Node {
    /// Row numbers; negative for none.
    var call: Int32 = -1
    var client: Int32 = -1
    var held: Int32 = -1
    var order: Int32 = -1
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
    /// A bit for the hash of each segment without a star that may follow: says no to most others at once.
    var literals: UInt64 = 0
    /// What kinds of segments the ones with stars stand for.
    var kinds: SegmentKinds = []
  }

  /// What can be told of a segment while it is hashed.
  struct SegmentKinds: OptionSet {
    let rawValue: UInt8
    /// Whatever it is.
    static let any = SegmentKinds(rawValue: 1)
    /// The name begins with a capital.
    static let type = SegmentKinds(rawValue: 2)
    /// It is part of a module's path.
    static let slash = SegmentKinds(rawValue: 4)
  }

  /// A slot of an open-addressed table that leads from a node, by a segment without a star, to the next one. Free when
  /// `child` is 0, which is the root.
  struct Edge {
    var hash: UInt32 = 0
    var child: Int32 = 0
  }

  /// From a node to the next one by a segment with a star; a list by `next`.
  struct Wildcard {
    /// Where the literal parts are, one behind the other.
    var start: Int32
    var prefix: Int32
    /// Between two stars; 0 where there is one.
    var infix: Int32
    var suffix: Int32
    var kind: SegmentKinds
    /// How few characters the stars may stand for.
    var least: Int32
    var child: Int32
    var next: Int32

    var literalCount: Int32 { prefix + infix + suffix }
    /// The more it asks, the earlier it is tried.
    var weight: Int32 { literalCount * 2 + (kind == .type ? 1 : 0) }
  }

  enum Column {
    case call, client, held, order
  }

  var nodes: [Node] = [Node()]
  var wildcards: [Wildcard] = []
  var edges: [Edge]
  /// The segments' bytes.
  var text: [UInt8] = []
  var edgeCount = 0

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
      case .held: index.nodes[node].held = row
      case .order: index.nodes[node].order = row
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

// MARK: - Hashing

extension PathIndex {
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
  static func bit(_ hash: UInt32) -> UInt64 { 1 << UInt64(hash >> 26) }

  @inline(__always)
  static func slot(_ hash: UInt32, _ count: Int) -> Int { Int(hash) & (count - 1) }
}
