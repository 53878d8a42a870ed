package import Behaviour
import Knowledge

/// Where a call's failure ends up in its unit.
package struct FailureFate: Sendable {
  package let call: NodeIndex
  package let verdict: Verdict
  /// The handler that decides; nil where none does and the failure goes on.
  package let handler: HandlerFact?
  /// Some narrow failures of it end in a handler on the way, whatever becomes of the rest.
  package let isPartlyHandled: Bool

  /// For every call that may fail, by what it calls: canonically where that resolved, else by its last name.
  static func all(in context: UnitContext) -> [String: [FailureFate]] {
    var fates: [String: [FailureFate]] = [:]
    var byAttempt: [NodeIndex: [HandlerFact]] = [:]
    for handler in context.handlers { byAttempt[handler.attempt.node, default: []].append(handler) }
    // A value that is put together from its fields runs no code.
    let fieldsOnly = context.file.context.facts.has(.namesFields)
    for call in context.calls where !(fieldsOnly && context.tree[call.node].has(.constructs)) {
      if !mayFail(call.node, in: context) { continue }
      let isGuess: Bool
      switch context.role(of: call) {
      case .effect: isGuess = false
      case .unresolved: isGuess = true
      case .ambiguous where context.tree[call.node].has(.awaited) || context.likelyEffect(of: call) != .none:
        isGuess = true
      default: continue
      }
      let name = context.tree.name(call.node)
      let key = !isGuess || !call.path.isEmpty ? call.path : String(NameReading.last(name))
      guard !key.isEmpty else { continue }
      fates[key, default: []].append(fate(of: call.node, byAttempt, in: context))
    }
    return fates
  }

  /// Where an error is one of the values that a call gives, what is made only to be given on gives none.
  private static func mayFail(_ call: NodeIndex, in context: UnitContext) -> Bool {
    guard context.file.context.facts.has(.finalizersSetResults) else { return true }
    switch context.tree.kind(context.tree.parent(call)) {
    case .argument, .operation, .condition, .collection, .call: return false
    default: return true
    }
  }

  /// From the innermost attempt outwards: a handler that hands on gives it to the next one.
  private static func fate(
    of call: NodeIndex,
    _ handlers: [NodeIndex: [HandlerFact]],
    in context: UnitContext
  ) -> FailureFate {
    let tree = context.tree
    var decisive: HandlerFact?
    var isPartlyHandled = false
    var child = call
    for above in tree.ancestors(call) {
      if tree.kind(above) == .closure { break }
      defer { child = above }
      guard tree.kind(above) == .attempt, tree[child].role == .body, let here = handlers[above] else { continue }
      if here.contains(where: { $0.caught < .specific && $0.isWeak }) { isPartlyHandled = true }
      guard let handler = here.filter({ $0.caught >= .specific }).max(by: { $0.caught < $1.caught }) else { continue }
      decisive = handler
      if handler.verdict < .propagates {
        return FailureFate(
          call: call,
          verdict: handler.verdict,
          handler: handler,
          isPartlyHandled: isPartlyHandled
        )
      }
    }
    // Where failures are values, one that nobody takes goes nowhere.
    let isDropped = decisive == nil && (tree[call].has(.errorIgnored) || tree[call].has(.voided))
    return FailureFate(
      call: call,
      verdict: isDropped ? .empty : .propagates,
      handler: decisive,
      isPartlyHandled: isPartlyHandled
    )
  }
}
