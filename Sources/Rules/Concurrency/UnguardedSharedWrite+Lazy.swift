import Behaviour

/// What is made where it is first asked for, and no lock keeps two from making it at once.
extension UnguardedSharedWrite {
  static func lazily(_ context: UnitContext, _ ledger: inout LedgerBuilder) {
    guard context.file.context.facts.has(.sharesMemory), context.unit.kind == .function || context.unit.kind == .method,
      !isForTests(context), !saysLocked(context.unit.name)
    else { return }
    let tree = context.tree
    lazy var locks = LockRegions(tree, owner: context.unit.owner)
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch {
      let branch = NodeIndex(index)
      guard let arm = tree.child(branch, .arm) else { continue }
      if let done = alreadyDone(branch, arm, tree), locks.held(at: done.made).isEmpty, locks.held(at: branch).isEmpty {
        ask(done.made, done.place, isDoubled: false, branch, in: context, &ledger)
        return
      }
      guard let place = absent(in: branch, tree), let made = assignment(of: tree.name(place), in: arm, tree),
        locks.held(at: made).isEmpty
      else { continue }
      let isDoubled = looksAgain(first: branch, arm, tree)
      guard isDoubled || tree[place].placeKind == .static && gives(tree.name(place), in: context) else { continue }
      ask(made, place, isDoubled: isDoubled, branch, in: context, &ledger)
      return
    }
  }

  private static func ask(
    _ made: NodeIndex,
    _ place: NodeIndex,
    isDoubled: Bool,
    _ branch: NodeIndex,
    in context: UnitContext,
    _ ledger: inout LedgerBuilder
  ) {
    let tree = context.tree
    let told = tree[branch].bytes.lowerBound..<max(tree[branch].bytes.upperBound, tree[made].bytes.upperBound)
    if ledger.entries.contains(where: { $0.rule == .unguardedSharedWrite && $0.range.overlaps(told) }) { return }
    let shown = context.shown(context.unit.written(tree.name(place)))
    ledger.add(
      .unguardedSharedWrite,
      .unverified,
      made,
      message: isDoubled
        ? "`\(shown)` is looked at twice before it is set, and no lock is taken in between."
        : "`\(shown)`, which all share, is set where it is first found missing, and no lock is held.",
      question: "Two executions of `\(context.shown(context.unit.name))` at once both find no `\(shown)`: "
        + "what becomes of the one that is made first?",
      reason: "whether several executions come here before it is there is not in the code",
      stake: .correctness,
      evidence: [("looked at here", place)]
    )
  }

  /// `if (initialized) return; …; initialized = true`, where all share it.
  private static func alreadyDone(
    _ branch: NodeIndex,
    _ arm: NodeIndex,
    _ tree: BehaviourTree
  ) -> (place: NodeIndex, made: NodeIndex)? {
    guard tree[branch].has(.guard), let place = tree.child(branch, .condition), tree.kind(place) == .read,
      tree[place].placeKind == .static, let first = tree.children(arm).first(where: { _ in true }),
      tree.kind(first) == .return, tree.kind(tree.parent(branch)) == .block
    else { return nil }
    let name = tree.name(place)
    let made = tree.children(tree.parent(branch)).first { node in
      guard node > branch, tree.kind(node) == .assign, let target = tree.child(node, .target),
        let value = tree.child(node, .value)
      else { return false }
      return tree.name(target) == name && tree.kind(value) == .literal && tree[value].literalKind == .true
    }
    return made.map { (place, $0) }
  }

  /// The shared place that a condition finds absent, or not yet done.
  private static func absent(in branch: NodeIndex, _ tree: BehaviourTree) -> NodeIndex? {
    guard let condition = tree.child(branch, .condition), tree.kind(condition) == .condition,
      [Operator.isNull, Operator.not].contains(tree.name(condition)), let place = tree.child(condition, .operand),
      tree.kind(place) == .read, [.static, .field].contains(tree[place].placeKind)
    else { return nil }
    return place
  }

  private static func assignment(of name: String, in arm: NodeIndex, _ tree: BehaviourTree) -> NodeIndex? {
    tree.subtree(arm).first { node in
      guard tree.kind(node) == .assign, tree.name(node).isEmpty, let target = tree.child(node, .target) else {
        return false
      }
      return tree.name(target) == name && tree.closure(around: node) == tree.closure(around: arm)
    }
  }

  /// Whether the first thing that is done where a condition holds is to ask it again.
  private static func looksAgain(first branch: NodeIndex, _ arm: NodeIndex, _ tree: BehaviourTree) -> Bool {
    guard let inner = tree.children(arm).first(where: { _ in true }), tree.kind(inner) == .branch,
      let outer = absent(in: branch, tree), let again = absent(in: inner, tree),
      let condition = tree.child(branch, .condition), let repeated = tree.child(inner, .condition)
    else { return false }
    return tree.name(outer) == tree.name(again) && tree.name(condition) == tree.name(repeated)
  }

  /// Whether the unit gives what a place holds.
  private static func gives(_ place: String, in context: UnitContext) -> Bool {
    let tree = context.tree
    return tree.nodes.indices.contains { index in
      guard tree.nodes[index].kind == .return, let value = tree.child(NodeIndex(index), .value) else { return false }
      return tree.kind(value) == .read && tree.name(value) == place
    }
  }
}
