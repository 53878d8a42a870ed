extension PathIndex {
  /// Paths of more segments are not looked up.
  private static let segmentLimit = 48
  /// How many nodes one look-up may visit: bounds what strange patterns and aliases that go in circles can cost.
  private static let visitLimit = 512

  /// The row of a path; nil when it has none. What is written out goes before another name's, that before a star's.
  ///
  /// - Parameter least: rows with smaller numbers are passed over.
  func row(of path: String, in column: Column, least: Int32 = 0) -> Int? {
    var path = path
    return path.withUTF8 { row(of: $0, in: column, least: least) }
  }

  private func row(of path: UnsafeBufferPointer<UInt8>, in column: Column, least: Int32) -> Int? {
    withUnsafeTemporaryAllocation(of: Segment.self, capacity: PathIndex.segmentLimit) { segments in
      guard let count = PathIndex.split(path, into: segments) else { return nil }
      return nodes.withUnsafeBufferPointer { nodes in
        edges.withUnsafeBufferPointer { edges in
          wildcards.withUnsafeBufferPointer { wildcards in
            text.withUnsafeBufferPointer { text in
              var search = Search(
                nodes: nodes,
                edges: edges,
                wildcards: wildcards,
                text: text,
                path: path,
                segments: UnsafeBufferPointer(rebasing: segments[..<count]),
                column: column,
                least: least
              )
              let row = search.row(from: 0, at: 0)
              return row < 0 ? nil : Int(row)
            }
          }
        }
      }
    }
  }

  fileprivate struct Segment {
    var start: Int32
    var length: Int32
    var hash: UInt32
    var kinds: SegmentKinds
  }

  /// Looks at the segments on the way; nil when there are too many.
  private static func split(
    _ path: UnsafeBufferPointer<UInt8>,
    into segments: UnsafeMutableBufferPointer<Segment>
  ) -> Int? {
    var count = 0
    var start = 0
    while start <= path.count {
      guard count < segments.count else { return nil }
      var end = start
      var name = start
      var hash = seed
      while end < path.count {
        let byte = path[end]
        if byte == UInt8(ascii: ".") { break }
        hash = self.hash(hash, byte)
        end &+= 1
        if byte == UInt8(ascii: "/") { name = end }
      }
      var kinds: SegmentKinds = .any
      if name > start { kinds.insert(.slash) }
      if name < end, path[name] >= UInt8(ascii: "A"), path[name] <= UInt8(ascii: "Z") { kinds.insert(.type) }
      let segment = Segment(
        start: Int32(clamping: start),
        length: Int32(clamping: end - start),
        hash: hash,
        kinds: kinds
      )
      segments.initializeElement(at: count, to: segment)
      count &+= 1
      start = end &+ 1
    }
    return count
  }

  private struct Search {
    let nodes: UnsafeBufferPointer<Node>
    let edges: UnsafeBufferPointer<Edge>
    let wildcards: UnsafeBufferPointer<Wildcard>
    let text: UnsafeBufferPointer<UInt8>
    let path: UnsafeBufferPointer<UInt8>
    let segments: UnsafeBufferPointer<Segment>
    let column: Column
    let least: Int32
    var visits = 0

    /// Negative for none.
    mutating func row(from index: Int32, at position: Int) -> Int32 {
      visits &+= 1
      guard visits <= visitLimit else { return -1 }
      let node = nodes[Int(index)]
      var found: Int32 = -1
      var wildcard: Int32 = -1
      if position == segments.count {
        found =
          switch column {
          case .call: node.call
          case .client: node.client
          case .held: node.held
          case .order: node.order
          }
        if found < least { found = -1 }
      } else {
        let segment = segments[position]
        if node.literals & PathIndex.bit(segment.hash) != 0 {
          let child = literal(after: index, segment)
          if child > 0 { found = row(from: child, at: position &+ 1) }
        }
        if !node.kinds.isDisjoint(with: segment.kinds) { wildcard = node.wildcard }
      }
      if found < 0, node.alias >= 0 { found = row(from: node.alias, at: position) }
      while found < 0, wildcard >= 0 {
        let candidate = wildcards[Int(wildcard)]
        if matches(candidate, segments[position]) { found = row(from: candidate.child, at: position &+ 1) }
        wildcard = candidate.next
      }
      if found < 0, node.rest >= 0 { found = row(anywhereFrom: node.rest, at: position) }
      return found
    }

    /// Goes on from a node after any number of segments.
    private mutating func row(anywhereFrom index: Int32, at position: Int) -> Int32 {
      let node = nodes[Int(index)]
      let looksFurther = node.alias >= 0 || node.rest >= 0
      var start = position
      while start < segments.count {
        let segment = segments[start]
        if node.literals & PathIndex.bit(segment.hash) != 0 || !node.kinds.isDisjoint(with: segment.kinds)
          || looksFurther
        {
          let found = row(from: index, at: start)
          if found >= 0 { return found }
        }
        start &+= 1
      }
      return row(from: index, at: start)
    }

    /// 0 for none.
    private func literal(after parent: Int32, _ segment: Segment) -> Int32 {
      let hash = PathIndex.mix(segment.hash, parent)
      var slot = PathIndex.slot(hash, edges.count)
      while edges[slot].child != 0 {
        let edge = edges[slot]
        if edge.hash == hash {
          let node = nodes[Int(edge.child)]
          if node.parent == parent, node.length == segment.length,
            equal(text, node.start, path, segment.start, segment.length)
          {
            return edge.child
          }
        }
        slot = (slot &+ 1) & (edges.count &- 1)
      }
      return 0
    }

    private func matches(_ wildcard: Wildcard, _ segment: Segment) -> Bool {
      guard segment.kinds.contains(wildcard.kind), segment.length >= wildcard.literalCount &+ wildcard.least,
        equal(text, wildcard.start, path, segment.start, wildcard.prefix)
      else { return false }
      let suffix = segment.start &+ segment.length &- wildcard.suffix
      guard
        equal(text, wildcard.start &+ wildcard.prefix &+ wildcard.infix, path, suffix, wildcard.suffix),
        // A star is part of a name: what it stands for has no parentheses, which end a segment if there are any.
        suffix == segment.start || path[Int(suffix) &- 1] != UInt8(ascii: ")")
      else { return false }
      if wildcard.infix == 0 { return true }
      var start = segment.start &+ wildcard.prefix
      while start &+ wildcard.infix <= suffix {
        if equal(text, wildcard.start &+ wildcard.prefix, path, start, wildcard.infix) { return true }
        start &+= 1
      }
      return false
    }

    @inline(__always)
    private func equal(
      _ a: UnsafeBufferPointer<UInt8>,
      _ aStart: Int32,
      _ b: UnsafeBufferPointer<UInt8>,
      _ bStart: Int32,
      _ count: Int32
    ) -> Bool {
      var offset = 0
      while offset < Int(count) {
        if a[Int(aStart) &+ offset] != b[Int(bStart) &+ offset] { return false }
        offset &+= 1
      }
      return true
    }
  }
}
