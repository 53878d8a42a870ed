import Behaviour
import Knowledge

/// Loops inside of loops over the same, and copies made in a loop.
extension QuadraticScan {
  /// A loop in a loop, over another collection, in which elements of both are compared for being equal.
  static func pairs(_ inner: NodeIndex, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard tree[inner].loopKind == .forEach, let collection = tree.child(inner, .iterable),
      tree.kind(collection) == .read,
      context.flow.isWholeName(collection), let outer = context.elementRound(around: inner),
      tree.kind(outer.node) == .loop, tree[outer.node].loopKind == .forEach, let body = tree.child(inner, .body),
      case .open = context.size(of: outer), !context.depends(collection, onElementOf: outer)
    else { return nil }
    let holder = Holder(name: tree.name(collection), node: collection)
    guard isOpen(holder, outside: outer, in: context) || isSameAsOuter(collection, outer, in: context) else {
      return nil
    }
    if isFew(holder.name, outer, in: context) { return nil }
    let inners = tree.children(inner, .target).map { NameReading.root(tree.name($0)) }
    let outers = outer.elements.map { NameReading.root(tree.name($0)) }
    // The first thing that the inner loop does is to compare.
    guard let first = tree.children(body).first(where: { tree[$0].role == .statement }), tree.kind(first) == .branch,
      let condition = tree.child(first, .condition),
      context.clauses(of: condition, held: true).contains(where: { clause in
        clause.contains { atom in
          guard atom.relation == .equal || atom.relation == .notEqual, let right = atom.right else { return false }
          return roots(atom.left, tree, inners) && roots(right, tree, outers)
            || roots(atom.left, tree, outers) && roots(right, tree, inners)
        }
      })
    else { return nil }
    return PendingEntry(
      .flagged,
      condition,
      key: holder.name,
      message:
        "`\(context.wording(of: condition, limit: 48))` is asked for every pair of `\(outers.first ?? "")` and "
        + "`\(inners.first ?? "")`.",
      question:
        "With 10 000 elements this is about 10^8 comparisons: how large do `\(context.shown(holder.name))` and what the "
        + "outer loop goes through get?",
      confidence: .medium,
      stake: .availability,
      evidence: [("for each of these", outer.collection ?? outer.node), ("goes through all of these", collection)]
    )
  }

  private static func isSameAsOuter(_ collection: NodeIndex, _ outer: ElementRound, in context: UnitContext) -> Bool {
    guard let other = outer.collection, context.tree.kind(other) == .read else { return false }
    return context.tree.name(other) == context.tree.name(collection)
  }

  private static func roots(_ node: NodeIndex, _ tree: BehaviourTree, _ names: [Substring]) -> Bool {
    tree.subtree(node).contains {
      (tree.kind($0) == .read || tree.kind($0) == .call) && names.contains(NameReading.root(tree.name($0)))
    }
  }

  // MARK: - Copies

  /// `[...all, one]` given back by the function of a `reduce`.
  static func copy(_ collection: NodeIndex, in context: UnitContext) -> PendingEntry? {
    let tree = context.tree
    guard let spread = tree.children(collection).first(where: { tree[$0].has(.spread) }) else { return nil }
    let held = tree.child(spread, .value) ?? spread
    guard tree.kind(held) == .read, let closure = tree.closure(around: collection),
      tree.kind(tree.parent(closure)) == .argument, let accumulator = tree.children(closure, .parameter).first,
      tree.name(accumulator) == tree.name(held)
    else { return nil }
    let call = tree.parent(tree.parent(closure))
    guard tree.kind(call) == .call, NameReading.last(tree.name(call)).hasPrefix("reduce"),
      tree.destination(of: collection).kind == .closureResult, context.loop(around: collection) == nil
    else { return nil }
    if let base = tree.child(call, .receiver), tree.kind(base) == .collection { return nil }
    let name = String(NameReading.base(tree.name(call)))
    let last = NameReading.last(name)
    if !last.isEmpty, last == last.uppercased(), last != last.lowercased() { return nil }
    // What is gathered, one of them, or what they are taken from: few, by their names.
    if FewWords.name(last)
      || tree.children(closure, .parameter).prefix(2).contains(where: { FewWords.name(tree.name($0)) })
    {
      return nil
    }
    return PendingEntry(
      .flagged,
      collection,
      key: tree.name(accumulator),
      message: "`\(tree.name(accumulator))` is copied whole in each round, to add one element to it.",
      question: "With 10 000 elements this copies about 10^8: does anybody else hold the value that is copied?",
      confidence: .medium,
      stake: .availability,
      evidence: [("runs it once for each element", call)]
    )
  }
}
