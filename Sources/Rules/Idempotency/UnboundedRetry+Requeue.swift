import Behaviour
import Knowledge

extension UnboundedRetry {
  /// A refusal of a message that puts it back into the queue it came from: the same message is there at once, and what
  /// it fails on is too.
  enum Requeue {
    static func `is`(_ call: CallFact, in context: UnitContext) -> Bool {
      let name = context.tree.name(call.node)
      guard let byte = NameReading.last(name).utf8.first, [0x6e, 0x4e, 0x62, 0x42, 0x72, 0x52].contains(byte) else {
        return false
      }
      return positions[NameReading.habitual(NameReading.last(name)).lowercased()] != nil
    }

    /// In which place the argument stands that says so.
    private static let positions = [
      "nack": 2, "basic_nack": 2, "basicnack": 2, "basicnackasync": 2, "reject": 1, "basic_reject": 1,
      "basicreject": 1,
    ]

    static func entry(for call: CallFact, in context: UnitContext) -> PendingEntry? {
      let tree = context.tree
      let name = tree.name(call.node)
      let last = NameReading.habitual(NameReading.last(name)).lowercased()
      guard let position = positions[last], isTrue("requeue", position, last, call.node, context) else { return nil }
      // Where it is in a branch, something decides: a count, or that it came back before.
      var handler: NodeIndex?
      for ancestor in tree.ancestors(call.node) {
        if tree.kind(ancestor) == .closure { break }
        if tree.kind(ancestor) == .handler {
          handler = ancestor
          break
        }
        if tree.kind(ancestor) == .branch { return nil }
      }
      guard let handler else { return nil }
      // Another way through the handler gives it up.
      if tree.subtree(handler).contains(where: { tree.kind($0) == .branch && tree.subtree($0).upperBound <= call.node })
      {
        return nil
      }
      let shown = context.display(call.node)
      return PendingEntry(
        .flagged,
        call.node,
        at: context.headline(call.node),
        key: "requeue \(shown)",
        message: "`\(shown)` puts back every message that fails, as often as it fails.",
        question: "What takes a message out of the queue that can never be handled?",
        confidence: .medium,
        stake: .availability,
        evidence: [("every failure comes here", handler)]
      )
    }

    private static func isTrue(
      _ label: String,
      _ position: Int,
      _ last: String,
      _ call: NodeIndex,
      _ context: UnitContext
    ) -> Bool {
      let tree = context.tree
      if case .given(let value) = context.argument(label, of: call) {
        return tree.kind(value) == .literal && tree[value].literalKind == .true
      }
      let arguments = tree.children(call, .argument).compactMap { tree.child($0, .value) }
      // A delivery that knows its own tag is given one argument less.
      let places = [position, position - 1]
      guard let last = arguments.last, places.contains(arguments.count - 1) else { return false }
      return tree.kind(last) == .literal && tree[last].literalKind == .true
    }
  }
}
