package import Behaviour
package import Knowledge

/// A call, and what is known of what it does.
package struct CallFact: Sendable {
  package let node: NodeIndex
  package let path: String
  /// From the catalog, by a path that is more than a name.
  package let known: KnownCall?
  /// What the call does, the verb or statement among its arguments taken into account.
  package let effect: Effect

  static func all(in context: UnitContext) -> [CallFact] {
    let tree = context.tree
    var facts: [CallFact] = []
    for index in tree.nodes.indices where tree.nodes[index].kind == .call {
      let node = NodeIndex(index)
      let path = tree.path(node)
      let known = path.isEmpty ? nil : context.knowledge.call(path)
      facts.append(CallFact(node: node, path: path, known: known, effect: known?.effect ?? .none))
    }
    return facts
  }
}
