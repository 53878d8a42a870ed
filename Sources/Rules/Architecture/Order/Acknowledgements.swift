import Behaviour
import Knowledge

/// A message that is said to be dealt with before it is.
enum Acknowledgements {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    let acknowledgements = ordered.filter { $0.order.step == .acknowledges }.map(\.call.node)
    guard !acknowledgements.isEmpty else { return [] }
    let work = context.calls.filter {
      $0.effect.writes && $0.effect != .cacheWrite && context.knowledge.order($0.path) == nil
    }
    var found: [OrderFinding] = []
    for node in acknowledgements {
      let name = context.display(node)
      let isInHandler = context.tree.ancestors(node).contains { context.tree.kind($0) == .handler }
      if let write = work.first(where: { context.mayFollow($0.node, node) && context.dominates(node, $0.node) }) {
        found.append(
          OrderFinding(
            outcome: .flagged,
            node: node,
            other: write.node,
            note: "the work",
            message: "`\(name)` says that the message is done before `\(context.display(write.node))`.",
            question: "`\(context.display(write.node))` fails behind `\(name)`: who brings the message again?",
            stake: .dataLoss
          )
        )
      } else if !isInHandler, let write = work.last(where: { context.mayFollow(node, $0.node) }) {
        found.append(
          OrderFinding(
            outcome: .checked,
            node: node,
            other: write.node,
            note: "the work",
            message: "`\(name)` runs behind `\(context.display(write.node))`.",
            stake: .dataLoss
          )
        )
      }
    }
    return found
  }
}
