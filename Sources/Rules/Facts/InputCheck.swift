import Behaviour
import Knowledge

/// What the code sees to of a value of a request, before a use.
enum InputCheck {
  /// Whether a condition decides about the value before the use, or something that may check it has been given it.
  static func read(
    _ trace: InputTrace,
    _ kind: InputSink.Kind,
    at use: NodeIndex,
    in context: UnitContext
  ) -> EmptinessCheck {
    let tree = context.tree
    // What is read of the request by its name is the same value wherever it is read.
    let wording = context.wording(of: trace.origin, limit: 80)
    let root = tree.name(trace.origin).prefix { $0 != "." }
    func isIt(_ node: NodeIndex) -> Bool {
      guard tree.kind(node) == .read || tree.kind(node) == .call, tree[node].name != 0 else { return false }
      let name = tree.name(node)
      let names = trace.names.dropFirst()
      // A field that is looked at says nothing of the other fields.
      if kind == .fields { return names.contains(name) || context.wording(of: node, limit: 80) == wording }
      return names.contains { NameReading.isRooted(name, in: $0) } || context.wording(of: node, limit: 80) == wording
    }
    func mentions(_ node: NodeIndex) -> Bool { tree.subtree(node).contains { isIt($0) } }
    if kind != .fields {
      for requirement in context.requirements where requirement.region.contains(use) && requirement.clause.count == 1 {
        for atom in requirement.clause {
          let settles: Bool
          switch atom.relation {
          case .equal, .contained: settles = true
          case .less, .lessOrEqual: settles = kind == .amount || kind == .size
          default: settles = false
          }
          if settles, mentions(atom.left) || (atom.right.map(mentions) ?? false) {
            return .ruledOut(by: requirement.node)
          }
        }
      }
    }
    for index in tree.nodes.indices where tree.nodes[index].kind == .read || tree.nodes[index].kind == .call {
      let node = NodeIndex(index)
      guard node < use, !tree.contains(use, node), tree[node].role != .target else { continue }
      let isRequest = tree.kind(node) == .read && tree.name(node) == root
      guard isRequest || isIt(node) else { continue }
      if let place = look(at: node, isRequest, in: context) { return .looked(at: place) }
    }
    return .none
  }

  private static func look(at node: NodeIndex, _ isRequest: Bool, in context: UnitContext) -> NodeIndex? {
    let tree = context.tree
    let destination = tree.destination(of: node)
    switch destination.kind {
    case .tested, .asserted: return isRequest ? nil : node
    case .argument:
      let taker = destination.node
      if let known = context.call(taker)?.known, known.effect != .none || known.part == .log { return nil }
      let last = NameReading.last(tree.name(taker))
      if InputWords.converts(last) || InputWords.handsOn(last) || InputWords.accesses(last) { return nil }
      return taker
    // Taken apart, or walked through: what is done with the parts is another matter.
    case .iterated: return node
    default: return nil
    }
  }

  /// Whether the file, or what stands above the unit, names something that validates.
  static func mayComeBefore(in context: UnitContext) -> Bool {
    let tree = context.tree
    for child in tree.children(tree.root) where tree[child].role == .decorator {
      if names(tree.name(child)) { return true }
    }
    return context.file.context.imports.contains { names($0) }
  }

  private static func names(_ name: String) -> Bool {
    NameReading.words(name).contains { word in
      switch word {
      case "validator", "validators", "validate", "validation", "joi", "zod", "yup", "ajv", "celebrate", "schema",
        "schemas", "marshmallow", "pydantic", "sanitize", "sanitizer", "webargs":
        true
      default: false
      }
    }
  }
}
