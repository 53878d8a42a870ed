import Behaviour
import Knowledge
import Rules

extension UnitConduct {
  init(_ context: UnitContext, _ declaration: FileFacts.Declaration?) {
    self = []
    let unit = context.unit
    let tree = unit.tree
    if let declaration {
      if declaration.isWrapped { insert(.isWrapped) }
      if declaration.containsFailures { insert(.containsFailures) }
      if declaration.waits { insert(.waits) }
      if declaration.raises { insert(.endsByRaising) }
      switch declaration.asserts {
      case .yes: insert(.asserts)
      case .perhaps: insert(.mayAssert)
      case .no: break
      }
    }
    if context.file.context.traits.contains(.test), !contains(.asserts), unit.hasDemand { insert(.asserts) }
    for node in tree.nodes {
      switch node.kind {
      case .branch: insert(.branches)
      case .loop: insert(.loops)
      case .handler: insert(.handles)
      case .raise: insert(.raises)
      case .unknown: insert(.hasUnknown)
      case .literal where node.role == .value && node.literalKind == .null && tree.kind(node.parent) == .return:
        insert(.givesNothing)
      default: break
      }
    }
    if context.knowledge.givesHeld(unit.returnType) { insert(.givesHeld) }
    if tree.leavesByMark(in: tree.root) { insert(.letsFailuresOut) }
    addDeeds(of: context)
  }

  /// What is done on every way through a unit, as far as its outermost statements say so.
  private mutating func addDeeds(of context: UnitContext) {
    let tree = context.tree
    // Helpers that tell of a failure are small.
    guard context.unit.kind != .module, context.calls.count <= 16 else { return }
    for call in context.calls where isOnEveryWay(call.node, in: tree) {
      switch context.role(of: call) {
      case .log: insert(.logs)
      case .report: insert(.reports)
      case .exit: insert(.exits)
      default: continue
      }
    }
  }

  private func isOnEveryWay(_ call: NodeIndex, in tree: BehaviourTree) -> Bool {
    var child = call
    for ancestor in tree.ancestors(call) {
      switch tree.kind(ancestor) {
      case .branch where tree[child].role != .condition: return false
      case .handler, .loop, .closure, .condition: return false
      default: child = ancestor
      }
    }
    return true
  }
}
