import Behaviour
import Knowledge

/// What is scanned, and whether it may grow.
extension QuadraticScan {
  /// Whether the code says that a name stands for a list, rather than for a set, a map or a text.
  static func isList(_ holder: Holder, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard holder.name == NameReading.root(holder.name) else { return false }
    let definitions = context.flow.definitions(reaching: holder.node)
    guard !definitions.isEmpty else { return false }
    return definitions.allSatisfy { definition in
      guard let value = definition.value else {
        guard tree[definition.target].role == .parameter,
          let type = context.unit.parameters.first(where: { $0.name == tree.name(definition.target) })?.type
        else { return false }
        return ListWords.isListType(type)
      }
      return isListValue(value, in: context)
    }
  }

  private static func isListValue(_ value: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    switch tree.kind(value) {
    case .collection: return tree[value].collectionKind == .list
    // What a comprehension makes, a list, a set or a map, the tree does not say.
    case .await: return tree.child(value, .value).map { isListValue($0, in: context) } ?? false
    case .call:
      if tree[value].has(.constructs) {
        return ["ArrayList", "List", "LinkedList", "Array", "Vec"].contains(NameReading.last(tree.name(value)))
      }
      if context.call(value)?.known?.gives == .many { return true }
      return ListWords.givesList(NameReading.last(tree.name(value)))
    default: return false
    }
  }

  /// Whether what is scanned may be large, and is the same one in each round.
  static func isOpen(_ holder: Holder, outside round: ElementRound, in context: UnitContext) -> Bool {
    let tree = context.tree
    let root = String(NameReading.root(holder.name))
    // A part of the element: the sum of the children is linear.
    if round.elements.contains(where: { NameReading.root(tree.name($0)) == root }) { return false }
    let last = NameReading.last(holder.name)
    if last == last.uppercased(), last != last.lowercased() { return false }
    let definitions = context.flow.definitions(reaching: holder.node)
    guard !definitions.isEmpty else { return false }
    var isGrown = false
    for definition in definitions {
      if round.body.contains(definition.target) { return false }
      guard let value = definition.value else {
        guard tree[definition.target].role == .parameter, definition.giver == tree.root else { return false }
        if holder.name != root { return false }
        continue
      }
      switch tree.kind(value) {
      case .collection:
        let elements = tree.children(value, .element)
        if !elements.isEmpty, !elements.contains(where: { tree[$0].has(.spread) }) { return false }
        // An empty one is filled in the loop itself.
        isGrown = isGrown || elements.isEmpty
      case .literal: return false
      default: if case .element = context.source(of: value) { return false }
      }
    }
    if isGrown {
      return context.flow.uses(ofNameAt: holder.node).contains { use in
        tree.kind(use) == .call && ListWords.fills(NameReading.last(tree.name(use))) && isInLoop(use, context)
      }
    }
    return true
  }

  private static func isInLoop(_ node: NodeIndex, _ context: UnitContext) -> Bool {
    guard let round = context.elementRound(around: node), case .open = context.size(of: round) else { return false }
    return true
  }
}
