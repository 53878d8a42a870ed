import Behaviour
import Knowledge
import Rules

extension MutationFinder {
  /// Handlers that do something about the failure of an effect, emptied, or turned into a line and a constant.
  func handlers() -> [Mutation] {
    var found: [Mutation] = []
    for handler in context.handlers where !handler.isWeak && handler.verdict != .unknown && handler.comment.isEmpty {
      // One of those that choose among the failures of one attempt would change what the others mean.
      guard let body = handler.body, tree.children(tree.parent(handler.node), .handler).count == 1,
        holdsEffect(tree.parent(handler.node)), !tree[tree.parent(handler.node)].has(.byCall)
      else { continue }
      let emptied = replacement(ofBody: body, with: "")
      if let item = mutation(.emptiedHandler, at: handler.node, emptied) { found.append(item) }
      guard context.unit.tree.nodes.contains(where: { $0.kind == .return && Int($0.next) > 0 }),
        let answer = phrasing.returnDefault(of: context.unit.returnType), context.frame(of: handler.node) == tree.root
      else { continue }
      let logged = replacement(ofBody: body, with: phrasing.log + "\n" + answer)
      if let item = mutation(.loggedDefault, at: handler.node, logged) { found.append(item) }
    }
    return found
  }

  /// Whether an attempt tries something that reaches outside.
  private func holdsEffect(_ attempt: NodeIndex) -> Bool {
    guard let body = tree.child(attempt, .body) else { return false }
    return context.calls(in: body).contains { $0.known?.effect.leavesProcess == true }
  }
}
