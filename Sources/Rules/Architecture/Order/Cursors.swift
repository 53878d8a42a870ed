import Behaviour
import Knowledge

/// A cursor that has nothing more to give has come to the end, or has failed: only it can tell.
enum Cursors {
  static func all(among ordered: [OrderedCall], in context: UnitContext) -> [OrderFinding] {
    let tree = context.tree
    var found: [OrderFinding] = []
    var done: Set<String> = []
    for item in ordered where item.order.step == .iterates {
      let node = item.call.node
      let object = String(NameReading.base(tree.name(node)))
      guard !object.isEmpty, let loop = loop(asking: node, in: context), done.insert(object).inserted else { continue }
      let name = context.display(node)
      let asked = context.calls.first {
        $0.node > node && NameReading.base(tree.name($0.node)) == object
          && item.order.then.contains(String(NameReading.last(tree.name($0.node))))
      }
      if let asked {
        found.append(
          OrderFinding(
            outcome: .checked,
            node: node,
            other: asked.node,
            note: "asked here",
            message: "`\(context.display(asked.node))` tells whether `\(name)` ended by a failure."
          )
        )
        continue
      }
      let names = item.order.then.joined(separator: "` or `")
      let isElsewhere = isHandedOn(object, behind: loop, in: context)
      found.append(
        OrderFinding(
          outcome: isElsewhere ? .unverified : .flagged,
          node: node,
          note: "",
          message: isElsewhere
            ? "Whether `\(name)` ended by a failure is not asked here."
            : "`\(name)` ends the loop at the end and at a failure alike, and `\(names)` is not asked.",
          question: "`\(name)` stops half way: how does the code behind the loop know?",
          reason: isElsewhere ? "`\(context.shown(object))` comes from elsewhere, or is handed on" : nil
        )
      )
    }
    return found
  }

  /// The loop that goes on as long as a call says so.
  private static func loop(asking call: NodeIndex, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    var child = call
    for above in tree.ancestors(call) {
      if tree.kind(above) == .loop { return tree[child].role == .condition ? above : nil }
      if tree.kind(above) == .block || tree.kind(above) == .closure { return nil }
      child = above
    }
    return nil
  }

  /// Whether somebody else has the cursor, too.
  private static func isHandedOn(_ object: String, behind loop: NodeIndex, in context: UnitContext) -> Bool {
    let tree = context.tree
    if object.utf8.contains(UInt8(ascii: ".")) || context.unit.parameters.contains(where: { $0.name == object }) {
      return true
    }
    return tree.nodes.indices.contains { index in
      let node = tree.nodes[index]
      guard node.kind == .read, node.role != .target, tree.text(node.name) == object else { return false }
      return node.role == .value || node.role == .element || node.role == .operand
    }
  }
}
