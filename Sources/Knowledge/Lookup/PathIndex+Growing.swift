extension PathIndex {
  mutating func child(of parent: Int, by segment: UnsafeBufferPointer<UInt8>) -> Int {
    switch PathPattern.Segment(segment) {
    case .literal:
      return literal(of: parent, segment)
    case .rest:
      if nodes[parent].rest < 0 { nodes[parent].rest = appendNode() }
      return Int(nodes[parent].rest)
    case .wildcard(let shape):
      return wildcard(of: parent, segment, shape)
    }
  }

  private mutating func appendNode(_ node: Node = Node()) -> Int32 {
    nodes.append(node)
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
    let segmentHash = bytes.reduce(PathIndex.seed, PathIndex.hash)
    let hash = PathIndex.mix(segmentHash, parent)
    var slot = PathIndex.slot(hash, edges.count)
    while edges[slot].child != 0 {
      if edges[slot].hash == hash, isNode(edges[slot].child, behind: parent, by: bytes) {
        return Int(edges[slot].child)
      }
      slot = (slot + 1) & (edges.count - 1)
    }
    let child = appendNode(Node(parent: parent, start: appendText(bytes), length: Int32(clamping: bytes.count)))
    nodes[Int(parent)].literals |= PathIndex.bit(segmentHash)
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
    _ shape: PathPattern.Segment.Shape
  ) -> Int {
    var literals: [UInt8] = []
    for range in [shape.prefix, shape.infix, shape.suffix] { literals.append(contentsOf: segment[range]) }
    var added = Wildcard(
      start: 0,
      prefix: Int32(clamping: shape.prefix.count),
      infix: Int32(clamping: shape.infix.count),
      suffix: Int32(clamping: shape.suffix.count),
      kind: shape.isType ? .type : literals.contains(UInt8(ascii: "/")) ? .slash : .any,
      // A name is not empty; where something else must be there, the star may stand for nothing.
      least: literals.isEmpty || literals.elementsEqual("()".utf8) ? 1 : 0,
      child: 0,
      next: -1
    )
    var previous: Int32 = -1
    var current = nodes[parent].wildcard
    while current >= 0, wildcards[Int(current)].weight >= added.weight {
      let other = wildcards[Int(current)]
      if other.kind == added.kind, other.prefix == added.prefix, other.infix == added.infix,
        other.suffix == added.suffix,
        text[Int(other.start)..<Int(other.start + other.literalCount)].elementsEqual(literals)
      {
        return Int(other.child)
      }
      previous = current
      current = other.next
    }
    added.start = appendText(literals)
    added.child = appendNode()
    added.next = current
    nodes[parent].kinds.insert(added.kind)
    wildcards.append(added)
    let number = Int32(clamping: wildcards.count - 1)
    if previous < 0 { nodes[parent].wildcard = number } else { wildcards[Int(previous)].next = number }
    return Int(added.child)
  }
}
