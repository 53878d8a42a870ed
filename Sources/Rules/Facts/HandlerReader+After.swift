import Behaviour

/// What the code behind an attempt makes of a failure that fell through its handler.
extension HandlerReader {
  /// The `return` of the statements behind an attempt, where nothing before it may leave.
  static func afterwards(_ attempt: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    var at = attempt
    while tree.parent(at) >= 0 {
      let parent = tree.parent(at)
      switch tree.kind(parent) {
      case .closure, .loop, .branch: return nil
      case .block:
        let end = tree.subtree(parent).upperBound
        var next = tree[at].next
        while next < end {
          if tree.kind(next) == .return { return next }
          if context.ways(outOf: next) != .falls { return nil }
          next = tree[next].next
        }
      default: break
      }
      at = parent
    }
    return nil
  }

  /// What the code behind the attempt works with where the attempt did not get to its assignments: the constant that
  /// stood there before, or nothing that was ever set.
  static func stale(
    in context: UnitContext,
    attempt: NodeIndex,
    handler: NodeIndex
  ) -> (shape: ValueShape, node: NodeIndex)? {
    let tree = context.tree
    guard let body = tree.child(attempt, .body) else { return nil }
    var names: [String] = []
    context.visit(body) { node in
      guard tree.kind(node) == .read, tree[node].role == .target, tree[node].placeKind == .local else { return }
      let name = tree.name(node)
      // A counter is no result.
      let isCounter = tree.kind(tree.parent(node)) == .assign && tree[tree.parent(node)].name != 0
      if !isCounter, !names.contains(name) { names.append(name) }
    }
    for name in names {
      let isSet = context.writes(of: name, in: tree.subtree(handler)).first != nil
      guard !isSet, let read = context.firstRead(of: name, after: attempt) else { continue }
      let frame = context.frame(of: attempt)
      if let before = context.writes(of: name, in: frame..<attempt).last, tree.kind(before) == .assign,
        let value = tree.child(before, .value)
      {
        let shape = context.shape(of: value)
        return shape.isConstant ? (shape, value) : (.parameter, read)
      }
      return (.stale, read)
    }
    return nil
  }
}
