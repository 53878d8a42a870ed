import Behaviour
import Knowledge

/// A cache that is emptied before the table says something else: who reads in between fills it with the old value.
enum Evictions {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    var found: [OrderFinding] = []
    let evictions = ordered.filter { $0.order.step == .evicts }.map(\.call)
    guard !evictions.isEmpty else { return [] }
    let writes = context.calls.filter { $0.effect == .databaseWrite && $0.known?.part != .stage }
    for eviction in evictions {
      let name = context.display(eviction.node)
      if let write = writes.first(where: {
        context.mayFollow($0.node, eviction.node) && context.isUnconditional($0.node, behind: eviction.node)
          && areAlike($0.node, eviction.node, in: context)
      }) {
        // Emptied again behind the write.
        if evictions.contains(where: { $0.node > write.node }) { continue }
        found.append(
          OrderFinding(
            outcome: .flagged,
            node: eviction.node,
            other: write.node,
            note: "written behind it",
            message: "`\(name)` empties the cache before `\(context.display(write.node))`.",
            question: "Who reads between `\(name)` and `\(context.display(write.node))` puts the old value back: "
              + "until when is it served?"
          )
        )
      } else if let write = writes.last(where: {
        context.mayFollow(eviction.node, $0.node) && areAlike($0.node, eviction.node, in: context)
      }) {
        found.append(
          OrderFinding(
            outcome: .checked,
            node: eviction.node,
            other: write.node,
            note: "written here",
            message: "`\(name)` empties the cache behind `\(context.display(write.node))`."
          )
        )
      }
    }
    return found
  }

  /// Whether two calls speak of one thing: they share the name of something they are given, or hang on.
  private static func areAlike(_ a: NodeIndex, _ b: NodeIndex, in context: UnitContext) -> Bool {
    !names(in: a, context).isDisjoint(with: names(in: b, context))
  }

  private static func names(in call: NodeIndex, _ context: UnitContext) -> Set<String> {
    let tree = context.tree
    var found: Set<String> = []
    let start = context.startOfReceiver(call)
    if !start.isEmpty, start != "self", start != "this" { found.insert(start) }
    for node in tree.subtree(call) where tree.kind(node) == .read && tree[node].name != 0 {
      let name = tree.name(node)
      guard !["self", "this"].contains(name), !name.hasSuffix("cache") else { continue }
      found.insert(String(NameReading.root(name)))
      // A key that was made of it.
      for definition in context.flow.definitions(reaching: node) {
        guard let value = definition.value else { continue }
        for inner in tree.subtree(value) where tree.kind(inner) == .read {
          found.insert(String(NameReading.root(tree.name(inner))))
        }
      }
    }
    return found.subtracting(["self", "this", ""])
  }
}
