import Behaviour

/// What runs after a handler and only then: the code behind an attempt whose success left by another way.
///
/// `try: return fast() except Busy: pass` followed by `return slow()`: the second line is the handler's doing.
struct Continuation {
  let attempt: NodeIndex
  let handler: NodeIndex
  let context: UnitContext

  init(attempt: NodeIndex, handler: NodeIndex, in context: UnitContext) {
    self.attempt = attempt
    self.handler = handler
    self.context = context
  }

  private var tree: BehaviourTree { context.tree }

  /// Follows the ways that fall out of the handler, up to where success joins them.
  mutating func follow(_ ways: [Deeds], with reader: inout PathReader) {
    let success = context.waysOut(ofSuccess: attempt)
    guard !success.contains(.falls) else {
      reader.end(ways, as: .falls, at: handler)
      return
    }
    // A jump in the handler goes on behind the loop sooner or later, where success does not come too.
    var jumps: [Deeds] = []
    if context.loop(around: attempt) != nil {
      if !success.contains(.continues) { jumps += reader.takeJumps(.continue).map { $0.union(.repeats) } }
      if !success.contains(.breaks) { jumps += reader.takeJumps(.break) }
    }
    guard !ways.isEmpty || !jumps.isEmpty else { return }
    reader.isBehind = true
    defer { reader.isBehind = false }
    var at = attempt
    var ways = ways
    while true {
      let parent = tree.parent(at)
      guard parent >= 0 else { break }
      switch tree.kind(parent) {
      case .closure:
        reader.end(ways, as: .returns(nil), at: handler)
        return
      case .block:
        ways = followSiblings(of: at, in: parent, ways, with: &reader)
      case .loop where tree[at].role == .body:
        ways = (ways.map { $0.union(.repeats) }) + jumps
        jumps = []
        if success.contains(.continues) || success.contains(.breaks) && tree.child(parent, .otherwise) == nil {
          reader.end(ways, as: .jumps, at: handler)
          return
        }
        if let otherwise = tree.child(parent, .otherwise) {
          ways = reader.follow(otherwise, ways)
          if success.contains(.breaks) {
            reader.end(ways, as: .jumps, at: handler)
            return
          }
        }
        // Without an end there is no code behind it.
        if tree[parent].loopKind == .endless { ways.removeAll { $0.contains(.repeats) } }
      case .attempt where tree[at].role == .body:
        if let otherwise = tree.child(parent, .otherwise) { ways = reader.follow(otherwise, ways) }
      default: break
      }
      if ways.isEmpty, jumps.isEmpty { return }
      at = parent
    }
    reader.end(ways, as: .returns(nil), at: handler)
  }

  private func followSiblings(
    of node: NodeIndex,
    in block: NodeIndex,
    _ ways: [Deeds],
    with reader: inout PathReader
  ) -> [Deeds] {
    var ways = ways
    var at = tree[node].next
    let end = tree.subtree(block).upperBound
    while at < end, !ways.isEmpty {
      ways = reader.follow(at, ways)
      at = tree[at].next
    }
    return ways
  }
}
