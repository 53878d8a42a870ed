import Behaviour
import Knowledge

/// A request that is answered twice: the way goes on behind an answer, and comes to another one.
enum Answers {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    let answers = ordered.filter { $0.order.step == .answers }.map(\.call.node)
    guard answers.count >= 1 else { return [] }
    var found: [OrderFinding] = []
    var kept: (first: NodeIndex, second: NodeIndex)?
    for (position, first) in answers.enumerated() {
      guard let responder = responder(of: first, in: context) else { continue }
      let later = answers[(position + 1)...].filter { self.responder(of: $0, in: context) == responder }
      if let second = later.first(where: { isSecond($0, first, in: context) }) ?? next(behind: first, in: context) {
        let name = context.display(first)
        found.append(
          OrderFinding(
            outcome: .flagged,
            node: first,
            other: second,
            note: "runs behind it",
            message: "`\(name)` answers, and the way goes on to `\(context.display(second))`.",
            question: "`\(context.display(second))` runs behind `\(name)`: which of the two does the client get, "
              + "and what happens in between?"
          )
        )
      } else if let second = later.first, kept == nil, leaves(first, before: second, in: context) {
        kept = (first, second)
      }
    }
    if found.isEmpty, let kept {
      found.append(
        OrderFinding(
          outcome: .checked,
          node: kept.first,
          other: kept.second,
          note: "the other answer",
          message: "`\(context.display(kept.first))` ends its way: the request is answered once."
        )
      )
    }
    return found
  }

  /// What is answered: `res` of `res.status(404).json(…)`, `w` of `http.Error(w, …)`; empty where it is the object's
  /// own.
  private static func responder(of call: NodeIndex, in context: UnitContext) -> String? {
    let tree = context.tree
    let start = context.startOfReceiver(call)
    if !start.isEmpty, !NameReading.isCapitalized(start), isValue(start, call, in: context) { return start }
    // A function of a package that is given what it answers by.
    if let argument = tree.child(call, .argument), let value = tree.child(argument, .value), tree.kind(value) == .read,
      tree.children(context.frame(of: call), .parameter).contains(where: {
        tree.name($0) == tree.name(value) && context.knowledge.call(tree.path($0))?.part == .respond
      })
    {
      return tree.name(value)
    }
    return start.isEmpty && !tree.name(call).utf8.contains(UInt8(ascii: ".")) ? "" : nil
  }

  private static func isValue(_ name: String, _ call: NodeIndex, in context: UnitContext) -> Bool {
    let root = String(NameReading.root(name))
    return root == "self" || root == "this" || context.localNames.contains(root)
      || !context.flow.definitions(ofNameAt: call).isEmpty
  }

  private static func isSecond(_ second: NodeIndex, _ first: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    guard context.mayFollow(second, first), context.isUnconditional(second, behind: first),
      tree[first].has(.discarded) || tree.kind(tree.parent(first)) == .await
    else { return false }
    // Somebody asks whether it was answered already.
    for node in first..<second where tree.kind(node) == .read || tree.kind(node) == .call {
      let words = NameReading.words(NameReading.last(tree.name(node)))
      if words.contains(where: { ["sent", "performed", "committed", "written", "ended", "finished"].contains($0) }) {
        return false
      }
    }
    return !tree.ancestors(first).contains { tree.kind($0) == .loop && !tree.contains($0, second) }
  }

  /// `next()` behind an answer, in a function that is given `next`: whoever is asked next answers again.
  private static func next(behind first: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    let frame = context.frame(of: first)
    guard tree.children(frame, .parameter).contains(where: { tree.name($0) == "next" }) else { return nil }
    return context.calls.first {
      tree.name($0.node) == "next" && tree.child($0.node, .argument) == nil && context.mayFollow($0.node, first)
        && isSecond($0.node, first, in: context)
    }?.node
  }

  /// Whether the way ends between an answer and another one that stands behind it.
  private static func leaves(_ first: NodeIndex, before second: NodeIndex, in context: UnitContext) -> Bool {
    guard !context.mayFollow(second, first), context.frame(of: first) == context.frame(of: second) else { return false }
    // Not two arms of one choice: nothing can go wrong there.
    for above in context.tree.ancestors(first) where context.tree.contains(above, second) {
      return context.tree.kind(above) == .block
    }
    return false
  }
}
